import type { Plan, PlannedSitting } from "../api/types";
import { useTexts } from "../app/texts";
import { Findings } from "../ui/Findings";
import { RolePill } from "../ui/RolePill";
import { useWhen } from "../ui/when";
import { anchorOf } from "./PlanPicture";
import { planTexts } from "./planTexts";

/** Above this many sittings, days are folded. */
const unfolded = 12;

export function PlanPanels({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts);
  const when = useWhen();
  const sorted = [...plan.sittings].sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.roomName.localeCompare(b.roomName));
  const days = [...Map.groupBy(sorted, one => when.dayKey(one.start)).values()];
  return (
    <div className="stack">
      <h3>{t.panels}</h3>
      {days.map(sittings => (
        <details key={sittings[0]!.start} open={plan.sittings.length <= unfolded} className="day">
          <summary>{when.day(sittings[0]!.start)} ({sittings.length})</summary>
          <div className="panels">
            {sittings.map(one => <Panel key={anchorOf(plan, one)} anchor={anchorOf(plan, one)} sitting={one} />)}
          </div>
        </details>
      ))}
    </div>
  );
}

function Panel({ anchor, sitting }: { anchor: string; sitting: PlannedSitting }) {
  const t = useTexts(planTexts);
  const when = useWhen();
  return (
    <article id={anchor} tabIndex={-1} className="panel">
      <h4>{when.time(sitting.start)}–{when.time(sitting.end)} · {sitting.roomName}</h4>
      <ul className="seats">
        {sitting.panel.map(seat => <li key={seat.role + seat.person}><RolePill role={seat.role} name={seat.roleName} /> {seat.name}</li>)}
      </ul>
      <Findings findings={sitting.findings} />
      <details>
        <summary>{t.candidates(sitting.candidates.length)}</summary>
        <ol className="plain">{sitting.candidates.map(one => <li key={one.id}><span className="time">{when.time(one.start)}</span> {one.name}{one.group && <span className="quiet"> · {t.group(one.group)}</span>}</li>)}</ol>
      </details>
    </article>
  );
}
