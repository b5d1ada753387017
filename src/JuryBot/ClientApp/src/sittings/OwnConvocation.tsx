import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { problemOf } from "../api/problem";
import { useRead } from "../api/use";
import { useTexts } from "../app/texts";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { useWhen } from "../ui/when";
import { seatTexts } from "./seatTexts";

/** A sitting as a candidate sees it: their own time and place; `otherwise` for whoever is not heard there. */
export function OwnConvocation({ id, otherwise }: { id: string; otherwise: ReactNode }) {
  const t = useTexts(seatTexts).convocation;
  const when = useWhen();
  const query = useRead(`sittings/${id}/convocation`);
  if (problemOf(query.error).status === 403) return otherwise;
  return (
    <Page title={query.data?.title ?? t.title} fictitious={query.data?.fictitious}>
      <Loaded query={query}>
        {one => one.withdrawn
          ? <MessageBar intent="warning" layout="multiline"><MessageBarBody>{one.withdrawn}</MessageBarBody></MessageBar>
          : (
            <section className="card stack">
              <h2>{t.title}</h2>
              <p><strong>{when.day(one.start)}, {when.time(one.start)}–{when.time(one.end)}</strong><br />{one.place}</p>
              {one.joinUrl && <p><a href={one.joinUrl} target="_blank" rel="noreferrer">{t.join}</a></p>}
              {one.group && <p>{one.group}</p>}
              <p>{one.advice}</p>
              <p className="quiet">{t.elsewhere}</p>
            </section>
          )}
      </Loaded>
    </Page>
  );
}
