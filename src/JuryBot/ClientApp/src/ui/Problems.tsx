import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular, DismissRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Parked } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Confirm } from "./Confirm";
import { ProblemBar } from "./ProblemBar";
import { uiTexts } from "./uiTexts";

/** What could not be carried out of what lies at this address of the API, and a second try. */
export function Problems({ of, problems }: { of: `${"candidates" | "sessions" | "sittings"}/${string}` | "parked"; problems: readonly Parked[] }) {
  const t = useTexts(uiTexts);
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const retry = useAct((problem: string, key) => api.post(`${of}/problems/${encodeURIComponent(problem)}/retry`, key));
  const dismiss = useAct((problem: string, key) => api.post(`${of}/problems/${encodeURIComponent(problem)}/dismissal`, key));
  if (problems.length === 0) return null;
  return (
    <section className="notice bad stack">
      <h2>{t.parked}</h2>
      <ul>
        {problems.map(problem => (
          <li key={problem.id}>
            {problem.text}{" "}
            {coordinator && <Button size="small" icon={<ArrowClockwiseRegular />} disabled={retry.isPending} onClick={() => retry.mutate(problem.id)}>{t.retry}</Button>}{" "}
            {coordinator && (
              <Confirm title={t.dismissTitle} verb={t.dismiss} act={{ ...dismiss, mutateAsync: () => dismiss.mutateAsync(problem.id) }}
                trigger={<Button size="small" appearance="subtle" icon={<DismissRegular />}>{t.dismiss}</Button>}>
                <p>{problem.text}</p>
                <p>{t.dismissSays}</p>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
      {retry.error ? <ProblemBar error={retry.error} /> : retry.isSuccess && <p className="quiet" role="status">{t.retried}</p>}
    </section>
  );
}
