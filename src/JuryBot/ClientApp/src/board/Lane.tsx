import { PinRegular, WarningRegular } from "@fluentui/react-icons";
import { memo, type CSSProperties, type FocusEvent, type KeyboardEvent, type PointerEvent } from "react";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import type { Board, BoardRoom, BoardSitting, Place, Range } from "./boardTypes";
import { boardTexts } from "./boardTexts";
import { clock, dayOf, frame, hours, lengthOf, minutesOf } from "./place";

export interface Hands {
  down: (event: PointerEvent<HTMLButtonElement>, sitting: BoardSitting) => void;
  key: (event: KeyboardEvent<HTMLButtonElement>, sitting: BoardSitting) => void;
  blur: (event: FocusEvent<HTMLButtonElement>) => void;
  click: (sitting: BoardSitting) => void;
}

interface Props {
  board: Board;
  subject: string;
  day: string;
  room: BoardRoom;
  sittings: readonly BoardSitting[];
  /** The sitting being carried, wherever it is. */
  lifted: BoardSitting | null;
  /** Where it would be put, when that is here, and whether something stands in its way. */
  preview: { at: Place; bad: boolean } | null;
  hint: string;
  hands: Hands;
}

/** One room on one day: its sittings along the hours, what is carried over it, and who of that is away when. */
export const Lane = memo(function Lane({ board, subject, day, room, sittings, lifted, preview, hint, hands }: Props) {
  const { first, last } = frame(board);
  const place = (from: number, to: number): CSSProperties => ({ left: `${100 * (from - first) / (last - first)}%`, width: `${100 * (to - from) / (last - first)}%` });
  const bands = (ranges: readonly Range[], look: string) => ranges.filter(range => dayOf(range.from) <= day && day <= dayOf(range.to)).map(range => {
    const from = dayOf(range.from) < day ? first : Math.max(first, minutesOf(range.from));
    const to = dayOf(range.to) > day ? last : Math.min(last, minutesOf(range.to));
    return from < to && <span key={look + range.from + range.to} className={`band ${look}`} style={place(from, to)} />;
  });
  const rows = stacked(sittings);
  const share = Math.max(1, ...[...rows.values()].map(row => row + 1));
  const people = lifted && new Set([...lifted.panel.map(one => one.person), ...lifted.candidates.map(one => one.id)]);
  return (
    <div className="lane" data-day={day} data-room={room.id}>
      <span aria-hidden>
        {board.stretches.slice(1).map((one, i) => <span key={one.from} className="band lunch" style={place(minutesOf(board.stretches[i]!.to), minutesOf(one.from))} />)}
        {bands(room.away, "taken")}
        {people && board.people.filter(one => people.has(one.id)).map(one => <span key={one.id}>{bands(one.away, "away")}</span>)}
        {preview && lifted && (
          <span className={`bar preview ${preview.bad ? "bad" : "new"}`} style={place(preview.at.minutes, preview.at.minutes + lengthOf(lifted))}>
            <strong>{clock(preview.at.minutes)}–{clock(preview.at.minutes + lengthOf(lifted))}</strong>
          </span>
        )}
      </span>
      {sittings.map(one => (
        <Block key={one.id} sitting={one} subject={subject} room={room} day={day} lifted={lifted?.id === one.id} hint={hint} hands={hands}
          style={{ ...place(minutesOf(one.start), minutesOf(one.end)), top: `calc(${100 * rows.get(one.id)! / share}% + 2px)`, height: `calc(${100 / share}% - 4px)`, bottom: "auto" }} />
      ))}
    </div>
  );
});

// Sittings of one room at the same time lie below each other, so that each can be seen and taken.
function stacked(sittings: readonly BoardSitting[]): Map<string, number> {
  const [rows, ends] = [new Map<string, number>(), [] as string[]];
  for (const one of [...sittings].sort((a, b) => a.start.localeCompare(b.start))) {
    const free = ends.findIndex(end => end <= one.start);
    const row = free < 0 ? ends.length : free;
    ends[row] = one.end;
    rows.set(one.id, row);
  }
  return rows;
}

function Block({ sitting, subject, room, day, lifted, hint, hands, style }:
  { sitting: BoardSitting; subject: string; room: BoardRoom; day: string; lifted: boolean; hint: string; hands: Hands; style: CSSProperties }) {
  const t = useTexts(boardTexts);
  const when = useWhen();
  const look = sitting.conflicts.length > 0 ? "bad" : sitting.stays ? "kept" : sitting.was ? "changed" : "fine";
  const people = sitting.panel.map(one => one.name).join(", ");
  const state = [sitting.pinned && t.pinned, sitting.stays && t.stays, sitting.conflicts.length > 0 && t.rules(sitting.conflicts.length)].filter(Boolean).join(", ");
  return (
    <button type="button" className={`bar ${look}${lifted ? " lifted" : ""}${sitting.stays ? "" : " movable"}`} style={style} title={people} aria-describedby={hint}
      aria-pressed={lifted} data-sitting={sitting.id}
      onPointerDown={event => hands.down(event, sitting)}
      onKeyDown={event => hands.key(event, sitting)} onBlur={hands.blur} onClick={() => hands.click(sitting)}>
      <span className="unseen">{when.weekday(day)}, {room.name}, </span>
      <strong>{sitting.conflicts.length > 0 && <WarningRegular aria-hidden />}{sitting.pinned && <PinRegular aria-hidden />}{hours(sitting)}</strong>
      <span>{subject} · {t.candidates(sitting.candidates.length)}</span>
      <span>{people}</span>
      {state && <span className="unseen">, {state}</span>}
    </button>
  );
}
