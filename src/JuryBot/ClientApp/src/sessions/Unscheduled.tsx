import type { Plan } from "../api/types";
import { useTexts } from "../app/texts";
import { planTexts } from "./planTexts";

/** Who was not placed, why, and what would help. */
export function Unscheduled({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts);
  return (
    <div className="notice warn stack">
      <h3>{t.unscheduled(plan.unscheduled.reduce((sum, group) => sum + group.candidates.length, 0))}</h3>
      {plan.unscheduled.map((group, i) => (
        <div key={i}>
          <p><strong>{group.candidates.map(one => one.name).join(", ")}</strong></p>
          <ul aria-label={t.because}>{group.because.map((text, j) => <li key={j}>{text}</li>)}</ul>
        </div>
      ))}
    </div>
  );
}
