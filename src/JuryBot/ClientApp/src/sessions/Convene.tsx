import { Button, MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Session } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { ConveneConsequences } from "./ConveneConsequences";
import { planTexts } from "./planTexts";

/** @param conflicts Sittings in which a rule is broken, where the page knows; JuryBot looks again before it convenes. */
export function Convene({ session, conflicts = 0 }: { session: Session; conflicts?: number }) {
  const t = useTexts(planTexts);
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const act = useAct((_: void, key) => api.post(`sessions/${session.id}/convene`, key, { seen: session.plan!.sha256 }));
  const plan = session.plan;
  if (session.state === "convening")
    return (
      <section className="card stack" aria-live="polite">
        <h2>{t.convene.title}</h2>
        <p>{t.convene.going} {t.progress(session.progress.done, session.progress.total)}</p>
        <ProgressBar aria-label={t.convene.going} value={session.progress.total ? session.progress.done / session.progress.total : undefined} />
      </section>
    );
  if (!coordinator || !plan || plan.sittings.length === 0) return null;
  const taken = plan.proposals.find(one => one.taken);
  const invalid = plan.sittings.some(one => one.findings.some(finding => finding.severity === "error"));
  const blocked = invalid || conflicts > 0;
  return (
    <section className="card stack">
      <div className="section-head">
        <h2>{t.convene.title}</h2>
        <Confirm act={act} title={t.convene.dialog(plan.sittings.length)} verb={t.convene.verb}
          trigger={<Button appearance="primary" icon={<SendRegular />} disabled={blocked}>{t.convene.verb}…</Button>}>
          <ConveneConsequences plan={plan} />
        </Confirm>
      </div>
      {blocked
        ? <MessageBar intent="error" layout="multiline"><MessageBarBody>{invalid ? t.convene.blocked : t.convene.conflicts(conflicts)}</MessageBarBody></MessageBar>
        : <p className="quiet">{t.convene.intro} {taken && t.proposals.convenes(taken.number, plan.proposals.length - 1)}</p>}
      {plan.lateDeposits > 0 && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{t.convene.lateDeposits(plan.lateDeposits)}</MessageBarBody></MessageBar>}
    </section>
  );
}
