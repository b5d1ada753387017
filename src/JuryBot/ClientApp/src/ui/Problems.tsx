import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Sitting } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { sittingTexts } from "./sittingTexts";

/** What could not be delivered, and a second try. */
export function Problems({ sitting }: { sitting: Sitting }) {
  const t = useTexts(sittingTexts);
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const retry = useAct((problem: string, key) => api.post(`sittings/${sitting.id}/problems/${encodeURIComponent(problem)}/retry`, key));
  return (
    <section className="notice bad stack">
      <h2>{t.problems}</h2>
      <ul>
        {sitting.problems.map(problem => (
          <li key={problem.id}>
            {problem.text}{" "}
            {coordinator && <Button size="small" icon={<ArrowClockwiseRegular />} disabled={retry.isPending} onClick={() => retry.mutate(problem.id)}>{t.retry}</Button>}
          </li>
        ))}
      </ul>
      {retry.error ? <ProblemBar error={retry.error} /> : retry.isSuccess && <p className="quiet" role="status">{t.retried}</p>}
    </section>
  );
}
