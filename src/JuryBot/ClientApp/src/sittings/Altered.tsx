import { Button } from "@fluentui/react-components";
import { useApi } from "../api/api";
import type { Sitting } from "../api/sittingTypes";
import type { Altered as One, Guest } from "../api/types";
import { useAct } from "../api/use";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { sittingTexts } from "./sittingTexts";

const names = (guests: Guest[]) => guests.map(guest => guest.name || guest.mail).join(", ");

/** What somebody changed by hand in invitations: whether it stays, or is put back. */
export function Altered({ sitting }: { sitting: Sitting }) {
  const t = useTexts(sittingTexts).altered;
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const decide = useAct(({ door, one }: { door: "keeping" | "undoing"; one: One }, key) => api.post(`sittings/${sitting.id}/events/${door}`, key, { candidate: one.candidate, at: one.at }));
  return (
    <section className={sitting.altered.every(one => one.kept) ? "notice stack" : "notice bad stack"}>
      <h2>{t.title}</h2>
      {sitting.altered.map(one => {
        const name = sitting.exams.find(exam => exam.candidate === one.candidate)?.name;
        return (
          <div key={one.candidate ?? ""}>
            <strong>{name ? t.convocation(name) : t.jury}</strong> {one.kept && <span className="quiet">{t.kept}</span>}
            <ul>
              {one.subject !== null && <li>{t.subject(one.subject)}</li>}
              {one.place !== null && <li>{t.place(one.place)}</li>}
              {one.added.length > 0 && <li>{t.added(names(one.added))}</li>}
              {one.removed.length > 0 && <li>{t.removed(names(one.removed))}</li>}
            </ul>
            {coordinator && <>
              {!one.kept && <Button size="small" appearance="primary" disabled={decide.isPending} onClick={() => decide.mutate({ door: "keeping", one })}>{t.keep}</Button>}{" "}
              <Button size="small" disabled={decide.isPending} onClick={() => decide.mutate({ door: "undoing", one })}>{t.undo}</Button>
            </>}
          </div>
        );
      })}
      <p className="quiet">{t.untouched}</p>
      {decide.error && <ProblemBar error={decide.error} />}
    </section>
  );
}
