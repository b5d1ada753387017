import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { problemOf } from "../api/problem";
import { later, useRead } from "../api/use";
import type { SeatAt } from "../api/sittingTypes";
import type { Seat } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { Pill } from "../ui/Pill";
import { RolePill } from "../ui/RolePill";
import { useWhen } from "../ui/when";
import { Deposits } from "./Deposits";
import { OwnSheets } from "./OwnSheets";
import { seatTexts } from "./seatTexts";
import { sittingTexts } from "./sittingTexts";

/** A sitting as a member of its panel sees it; `otherwise` for whoever has no seat there. */
export function SeatPage({ id, otherwise }: { id: string; otherwise: ReactNode }) {
  const t = useTexts(seatTexts);
  const all = useTexts(sittingTexts);
  const when = useWhen();
  const query = useRead(`sittings/${id}/seat`, one => one.state !== "closed" && later);
  const seat = query.data;
  if (problemOf(query.error).status === 403) return otherwise;
  return (
    <Page title={seat?.title ?? t.title} fictitious={seat?.fictitious}
      subtitle={seat && <>{when.day(seat.start)}, {when.time(seat.start)}–{when.time(seat.end)}, {seat.place} <Pill tone="neutral">{textOf(all.states, seat.state)}</Pill></>}>
      <Loaded query={query}>
        {one => (
          <>
            <section className="card stack">
              <h2>{t.title}</h2>
              <p>{t.role} <RolePill role={roleOf(one.panel, one)} name={one.role} /></p>
              <p>{t.answer} {textOf(all.responses, one.response)}</p>
              {!one.declared && one.state === "convened" && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{t.undeclared}</MessageBarBody></MessageBar>}
            </section>
            <section className="card stack">
              <h2>{t.order}</h2>
              <ol className="plain">
                {one.exams.map(exam => (
                  <li key={exam.candidate}>
                    <span className="time">{when.time(exam.start)}</span> <strong>{exam.name}</strong>{" "}
                    <span className="quiet">{exam.route}{exam.group && ` · ${t.group(exam.group)}`}</span>{" "}
                    {exam.postponed ? <Pill tone="warn">{t.postponed}</Pill> : !exam.judges && <Pill tone="neutral">{t.notJudged}</Pill>}
                  </li>
                ))}
              </ol>
            </section>
            {one.exams.some(exam => exam.judges) && <Deposits sitting={{ id: one.id, state: one.state, published: one.state === "closed" }} />}
            <OwnSheets seat={one} />
            <section className="card stack">
              <h2>{t.panel}</h2>
              <ul className="seats">{one.panel.map(other => <li key={other.person + other.role}>{other.name} <RolePill role={other.role} name={other.roleName} /></li>)}</ul>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const roleOf = (panel: readonly Seat[], { role }: SeatAt) => panel.find(seat => seat.roleName === role)?.role ?? "";
