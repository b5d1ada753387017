import { Button } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Plan, PlanProposal } from "../api/types";
import { useTexts } from "../app/texts";
import { Findings } from "../ui/Findings";
import { Pill } from "../ui/Pill";
import { ProblemBar } from "../ui/ProblemBar";
import { RolePill } from "../ui/RolePill";
import { useWhen } from "../ui/when";
import { compared, loadOf } from "./compared";
import { planTexts } from "./planTexts";

/** Up to three plans side by side, of which the coordinator takes one. */
export function Proposals({ session, plan, mayTake }: { session: string; plan: Plan; mayTake: boolean }) {
  const t = useTexts(planTexts).proposals;
  const api = useApi();
  const take = useAct((proposal: number, key) => api.post(`sessions/${session}/plan/choice`, key, { plan: plan.sha256, proposal }), undefined, plan.sha256);
  return (
    <div className="stack" id="proposals">
      <h3>{t.title(plan.proposals.length)}</h3>
      <p className="quiet">{t.intro}</p>
      {take.error && <ProblemBar error={take.error} />}
      <div className="proposals">
        {plan.proposals.map(one => (
          <article key={one.number} className={one.taken ? "proposal taken" : "proposal"} aria-label={t.one(one.number)}>
            <h4>{t.one(one.number)} {one.taken && <Pill tone="info">{t.taken}</Pill>}</h4>
            <Facts plan={plan} proposal={one} />
            {mayTake && (
              <div>
                <Button size="small" appearance={one.taken ? "subtle" : "secondary"} icon={one.taken ? <CheckmarkRegular /> : undefined}
                  disabledFocusable={one.taken || take.isPending} onClick={() => take.mutate(one.number)}>{one.taken ? t.isTaken : t.take(one.number)}</Button>
              </div>
            )}
          </article>
        ))}
      </div>
    </div>
  );
}

function Facts({ plan, proposal }: { plan: Plan; proposal: PlanProposal }) {
  const t = useTexts(planTexts).proposals;
  const when = useWhen();
  const { sittings } = proposal;
  const findings = sittings.flatMap(one => one.findings);
  const load = loadOf(proposal);
  const changes = compared(plan, proposal);
  return (
    <dl>
      <div>
        <dt>{t.when}</dt>
        {sittings.map(one => <dd key={one.start + one.room}>{when.shortDay(one.start)}, {when.time(one.start)}–{when.time(one.end)}, {one.roomName}</dd>)}
      </div>
      <div>
        <dt>{t.panel}</dt>
        {sittings.map(one => (
          <dd key={one.start + one.room}>
            <ul className="seats">{one.panel.map(seat => <li key={seat.role + seat.person}><RolePill role={seat.role} name={seat.roleName} /> {seat.name}</li>)}</ul>
          </dd>
        ))}
      </div>
      <div>
        <dt>{t.validity}</dt>
        <dd>{findings.length > 0 ? <Findings findings={findings} /> : <><Pill tone="good">{t.valid}</Pill> <q lang="fr">{plan.rule.replace(/^«\s*|\s*»$/g, "")}</q></>}</dd>
      </div>
      <div>
        <dt>{t.free}</dt>
        <dd>{proposal.ifNeedBe.length > 0 ? t.ifNeedBe(proposal.ifNeedBe.join(", ")) : t.allFree}</dd>
      </div>
      <div>
        <dt>{t.load}</dt>
        <dd>{t.loads(load.people, load.most, sittings.length)}</dd>
      </div>
      <div>
        <dt>{t.changes}</dt>
        {proposal.taken ? <dd className="quiet">{t.reference}</dd> : (
          <>
            {changes.moved > 0 && <dd>{t.moved(changes.moved)}</dd>}
            {changes.rooms && <dd>{t.room}</dd>}
            {changes.joining.length > 0 && <dd>{t.joining(changes.joining.join(", "))}</dd>}
            {changes.leaving.length > 0 && <dd>{t.leaving(changes.leaving.join(", "))}</dd>}
          </>
        )}
      </div>
    </dl>
  );
}
