import type { Plan } from "../api/types";
import { useTexts } from "../app/texts";
import { planTexts } from "./planTexts";

/** Who was not placed, why, and what was tried and would help. */
export function Unscheduled({ unscheduled }: Pick<Plan, "unscheduled">) {
  const t = useTexts(planTexts);
  return (
    <div className="notice warn stack">
      <h3>{t.unscheduled(unscheduled.reduce((sum, group) => sum + group.candidates.length, 0))}</h3>
      {unscheduled.map((group, i) => (
        <div key={i}>
          <p><strong>{group.candidates.map(one => one.name).join(", ")}</strong></p>
          <p>{t.missing}</p>
          <ul>{group.because.map((text, j) => <li key={j}>{text}</li>)}</ul>
          {group.proven && <p className="quiet">{t.proven}</p>}
          {group.repairs.length > 0 && <><p>{t.repairs}</p><ul>{group.repairs.map((text, j) => <li key={j}>{text}</li>)}</ul></>}
        </div>
      ))}
    </div>
  );
}
