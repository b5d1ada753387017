import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Session } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { sessionTexts } from "./sessionTexts";

/** People whom Teams has not reached yet, and a second try for all of them. */
export function NotReachable({ session }: { session: Session }) {
  const t = useTexts(sessionTexts).notReachable;
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const retry = useAct((_: void, key) => api.post(`sessions/${session.id}/unreachable/retry`, key));
  if (session.notReachable.length === 0) return null;
  return (
    <section className="notice bad stack">
      <h2>{t.title}</h2>
      <p>{t.why}</p>
      <ul>{session.notReachable.map(person => <li key={person.id}>{person.name}</li>)}</ul>
      {coordinator && <div><Button icon={<ArrowClockwiseRegular />} disabled={retry.isPending} onClick={() => retry.mutate()}>{t.resend}</Button></div>}
      {retry.error ? <ProblemBar error={retry.error} /> : retry.isSuccess && <p className="quiet" role="status">{t.sent}</p>}
    </section>
  );
}
