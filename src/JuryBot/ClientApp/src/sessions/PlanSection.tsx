import { Button, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar } from "@fluentui/react-components";
import { CalendarSearchRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Session } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { LeftOutJurors } from "./LeftOutJurors";
import { PlanPanels } from "./PlanPanels";
import { PlanPicture } from "./PlanPicture";
import { PlanSummary } from "./PlanSummary";
import { planTexts } from "./planTexts";
import { Proposals } from "./Proposals";
import { Unscheduled } from "./Unscheduled";

/** Making the plan, watching it being made, and reading it. */
export function PlanSection({ session }: { session: Session }) {
  const t = useTexts(planTexts);
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const make = useAct((_: void, key) => api.post(`sessions/${session.id}/plan`, key));
  const waits = session.kind === "final" && session.presidents.length === 0;
  const may = coordinator && (session.state === "draft" || (session.state === "planned" && !session.progress?.done));
  const plan = session.plan;
  return (
    <section className="card stack" aria-label={t.title}>
      <div className="section-head">
        <h2>{t.title}</h2>
        {may && (
          <Button appearance={plan ? "secondary" : "primary"} icon={<CalendarSearchRegular />} disabled={waits || make.isPending}
            onClick={() => make.mutate()}>{plan ? t.remake : t.make}</Button>
        )}
      </div>
      {!plan && <p className="quiet">{t.intro}</p>}
      {may && waits && <MessageBar><MessageBarBody>{t.needsPresidents}</MessageBarBody></MessageBar>}
      {session.planProblem && (session.state === "draft" || session.state === "planned") &&
        <MessageBar intent="error" layout="multiline"><MessageBarBody>{(!plan?.pinned || !!session.progress?.done) && <MessageBarTitle>{session.state === "draft" ? t.noPlan : t.stopped}</MessageBarTitle>} {session.planProblem}</MessageBarBody></MessageBar>}
      {make.error && <ProblemBar error={make.error} retry={() => make.mutate()} />}
      {session.state === "planning"
        ? (
          <div aria-live="polite">
            <p>{t.making} {session.progress && session.progress.total > 0 && t.progress(session.progress.done, session.progress.total)}</p>
            <ProgressBar aria-label={t.making} value={session.progress?.total ? session.progress.done / session.progress.total : undefined} />
          </div>
        )
        : plan && (
          <>
            <PlanSummary plan={plan} total={session.candidates.length} />
            {plan.unscheduled.length > 0 && <Unscheduled unscheduled={plan.unscheduled} />}
            {plan.unknownJurors > 0 && session.state === "planned" && <LeftOutJurors count={plan.unknownJurors} />}
            {session.state === "planned" && (plan.onlyOne ? <p className="quiet">{plan.onlyOne}</p> : <Proposals session={session.id} plan={plan} mayTake={may} />)}
            {plan.sittings.length > 0 && <><PlanPicture plan={plan} />{session.state === "planned" && <PlanPanels plan={plan} />}</>}
          </>
        )}
    </section>
  );
}
