import type { Plan, PlannedSitting } from "../api/types";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import { Picture, show } from "./Picture";
import { planTexts } from "./planTexts";

export const anchorOf = (plan: Plan, sitting: PlannedSitting) => `planned-${plan.sittings.indexOf(sitting)}`;

/** The plan's sittings, each leading to its panel. */
export function PlanPicture({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts);
  const when = useWhen();
  return <Picture title={t.picture} bars={plan.sittings.map(one => ({
    key: anchorOf(plan, one), start: one.start, end: one.end, roomName: one.roomName, text: String(one.candidates.length),
    look: one.findings.some(f => f.severity === "error") ? "bad" : one.findings.length > 0 ? "warn" : "fine",
    label: t.bar(`${when.time(one.start)}–${when.time(one.end)}`, one.roomName, one.candidates.length, one.findings.length),
    onClick: () => show(anchorOf(plan, one)),
  }))} />;
}
