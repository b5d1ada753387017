import { Button } from "@fluentui/react-components";
import { useApi } from "../api/api";
import type { Sitting } from "../api/sittingTypes";
import { useAct } from "../api/use";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { useWhen } from "../ui/when";
import { sittingTexts } from "./sittingTexts";

/** Invitations that somebody moved or cancelled in Outlook: what is to become of them. */
export function Displaced({ sitting }: { sitting: Sitting }) {
  const t = useTexts(sittingTexts).displaced;
  const when = useWhen();
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const decide = useAct((what: { start: string; end: string } | { candidate: string | null }, key) => "start" in what
    ? api.post(`sittings/${sitting.id}/events/adoption`, key, what)
    : api.post(`sittings/${sitting.id}/events/restoration`, key, what));
  return (
    <section className="notice bad stack">
      <h2>{t.title}</h2>
      <ul>
        {sitting.displaced.map(one => {
          const name = sitting.exams.find(exam => exam.candidate === one.candidate)?.name;
          const what = name ? t.convocation(name) : t.jury;
          return (
            <li key={one.candidate ?? ""}>
              {one.start ? t.moved(what, when.moment(one.start)) : t.gone(what)}{" "}
              {coordinator && <>
                {one.start && one.end && !one.candidate && <Button size="small" appearance="primary" disabled={decide.isPending}
                  onClick={() => decide.mutate({ start: one.start!, end: one.end! })}>{t.adopt}</Button>}{" "}
                <Button size="small" disabled={decide.isPending}
                  onClick={() => decide.mutate({ candidate: one.candidate })}>{one.gone ? t.again : t.restore}</Button>
              </>}
            </li>
          );
        })}
      </ul>
      <p className="quiet">{t.untouched}</p>
      {decide.error && <ProblemBar error={decide.error} />}
    </section>
  );
}
