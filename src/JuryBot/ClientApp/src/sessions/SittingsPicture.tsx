import { useLocation } from "wouter";
import type { SittingSummary } from "../api/types";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import { Picture } from "./Picture";
import { planTexts } from "./planTexts";

/** The convened sittings as they stand, each leading to its page. */
export function SittingsPicture({ sittings }: { sittings: readonly SittingSummary[] }) {
  const t = useTexts(planTexts);
  const when = useWhen();
  const [, go] = useLocation();
  return <Picture title={t.picture} bars={sittings.map(one => ({
    key: one.id, start: one.start, end: one.end, roomName: one.roomName, text: String(one.exams), look: one.declined > 0 ? "warn" : "fine",
    label: t.bar(`${when.time(one.start)}–${when.time(one.end)}`, one.roomName, one.exams, 0), onClick: () => go(`/sittings/${one.id}`),
  }))} />;
}
