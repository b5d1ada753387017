import type { ProposedSitting } from "../api/types";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import { Picture, show, type Bar } from "./Picture";
import { anchorOf } from "./ProposedChanges";
import { revisionTexts } from "./revisionTexts";

/** The plan as it would be, what changes marked; where a sitting would leave a place, its outline stays. */
export function ProposalPicture({ sittings }: { sittings: readonly ProposedSitting[] }) {
  const t = useTexts(revisionTexts);
  const when = useWhen();
  const bar = (one: ProposedSitting, sitting: NonNullable<ProposedSitting["after"]>, look: string, mark: string): Bar => ({
    key: one.id + look, start: sitting.start, end: sitting.end, roomName: sitting.roomName, look,
    text: `${mark}${sitting.candidates.length}`,
    label: t.bar(t.legend[look as keyof typeof t.legend], `${when.time(sitting.start)}–${when.time(sitting.end)}`, sitting.roomName, sitting.candidates.length),
    onClick: () => show(anchorOf(one)),
  });
  const bars = sittings.flatMap(one => [
    ...one.before && (one.change === "cancelled" || one.moves || one.changesRoom) ? [bar(one, one.before, "gone", "× ")] : [],
    ...one.after ? [one.change === "new" ? bar(one, one.after, "new", "+ ") : one.change === "changed" ? bar(one, one.after, "changed", "≠ ") : bar(one, one.after, "kept", "")] : [],
  ]);
  const legend = (["changed", "new", "gone", "kept"] as const).filter(look => bars.some(one => one.look === look)).map(look => ({ look, text: t.legend[look] }));
  return <Picture title={t.picture} bars={bars} legend={legend} />;
}
