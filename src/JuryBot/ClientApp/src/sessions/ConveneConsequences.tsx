import type { Plan } from "../api/types";
import { useTexts } from "../app/texts";
import { planTexts } from "./planTexts";

/** Exactly what convening sends, and to whom, read from the plan. */
export function ConveneConsequences({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts).convene;
  const seats = plan.sittings.flatMap(one => one.panel);
  const jurors = [...Map.groupBy(seats, seat => seat.person).values()].sort((a, b) => a[0]!.name.localeCompare(b[0]!.name));
  const candidates = plan.sittings.flatMap(one => one.candidates);
  const rooms = [...new Set(plan.sittings.map(one => one.roomName))].sort().join(", ");
  const left = plan.unscheduled.reduce((sum, group) => sum + group.candidates.length, 0);
  return (
    <>
      <p>{t.sent}</p>
      <ul>
        <li>{t.jurors(jurors.length, seats.length)}</li>
        <li>{t.candidates(candidates.length)}</li>
        <li>{t.rooms(rooms)}</li>
      </ul>
      {left > 0 && <p>{t.nothing(left)}</p>}
      <details>
        <summary>{t.who}</summary>
        <ul>{jurors.map(same => <li key={same[0]!.person}>{same[0]!.name}, {t.sittings(same.length)}</li>)}</ul>
        <ul>{candidates.map(one => <li key={one.id}>{one.name}</li>)}</ul>
      </details>
      <p><strong>{t.irreversible}</strong></p>
    </>
  );
}
