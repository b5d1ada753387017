import type { Board, BoardSitting, Place, Range } from "./boardTypes";

const two = (n: number) => String(n).padStart(2, "0");

export const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
export const minutesOf = (moment: string) => Number(moment.slice(-5, -3)) * 60 + Number(moment.slice(-2));
export const dayOf = (moment: string) => moment.slice(0, 10);
export const localOf = (day: string, minutes: number) => `${day}T${clock(minutes)}`;
export const lengthOf = (sitting: { start: string; end: string }) => minutesOf(sitting.end) - minutesOf(sitting.start);
export const hours = (range: { start: string; end: string }) => `${range.start.slice(11)}–${range.end.slice(11)}`;
export const placeOf = (sitting: { start: string; room: string }): Place => ({ day: dayOf(sitting.start), room: sitting.room, minutes: minutesOf(sitting.start) });
export const samePlace = (a: Place, b: Place) => a.day === b.day && a.room === b.room && a.minutes === b.minutes;

/** The first and the last minute of a day. */
export const frame = (board: Board) => ({ first: minutesOf(board.stretches[0]!.from), last: minutesOf(board.stretches.at(-1)!.to) });

/** The nearest place on the board's grid: a start on a slot of a stretch, the end no later than the day's. */
export function onGrid(board: Board, sitting: BoardSitting, place: Place): Place {
  const { first, last } = frame(board);
  const minutes = Math.min(Math.max(place.minutes, first), last - lengthOf(sitting));
  const stretch = board.stretches.findLast(one => minutesOf(one.from) <= minutes) ?? board.stretches[0]!;
  const from = minutesOf(stretch.from);
  return { ...place, minutes: from + Math.round((minutes - from) / board.slotMinutes) * board.slotMinutes };
}

/** What stands in a sitting's way at a place, in the rules' words, as far as the board tells; the server knows the rest. */
export interface Found { texts: string[]; /** Outside the session's days and hours: there is no putting it there. */ impossible: boolean }

export function conflictsAt(board: Board, sitting: BoardSitting, at: Place, span: (range: Range) => string): Found {
  const found: string[] = [];
  const say = (rule: string, ...parts: string[]) => {
    const text = (board.words[rule] ?? rule).replace(/\{(\d)\}/g, (_, i: string) => parts[Number(i)] ?? "");
    if (!found.includes(text)) found.push(text);
  };
  const [from, to] = [at.minutes, at.minutes + lengthOf(sitting)];
  const { first, last } = frame(board);
  if (at.day < board.today) say("past");
  if (!board.days.includes(at.day) || from < first || to > last) say("outside");
  else if (!board.stretches.some(one => minutesOf(one.from) <= from && to <= minutesOf(one.to))) say("lunch");
  if (found.length > 0) return { texts: found, impossible: true };

  const exams = sitting.candidates.map(one => ({
    one, from: localOf(at.day, from + minutesOf(one.start) - minutesOf(sitting.start)), to: localOf(at.day, from + minutesOf(one.end) - minutesOf(sitting.start)),
  }));
  const away = (ranges: readonly Range[] | undefined, times: readonly Range[]) => ranges?.find(range => times.some(time => range.from < time.to && time.from < range.to));
  const room = board.rooms.find(one => one.id === at.room);
  const gone = away(room?.away, exams);
  if (room && gone) say("roomFree", room.name, span(gone));
  const known = new Map(board.people.map(one => [one.id, one.away]));
  for (const seat of sitting.panel) {
    const range = away(known.get(seat.person), exams);
    if (range) say("jurorFree", seat.name, span(range));
  }
  for (const exam of exams) {
    const range = away(known.get(exam.one.id), [exam]);
    if (range) say("candidateFree", exam.one.name, span(range));
  }

  const [start, end] = [localOf(at.day, from), localOf(at.day, to)];
  for (const other of board.sittings) {
    if (other.id === sitting.id || dayOf(other.start) !== at.day) continue;
    const there = board.rooms.find(one => one.id === other.room);
    const where = there?.name ?? "";
    const apart = room?.site !== there?.site;
    const overlaps = other.start < end && start < other.end;
    if (overlaps && other.room === at.room) say("roomOverlap", where, hours(other));
    if (!overlaps && !apart) continue;
    for (const seat of sitting.panel)
      if (other.panel.some(one => one.person === seat.person)) say(overlaps ? "jurorOverlap" : "oneSite", seat.name, hours(other), where);
    for (const { one } of exams)
      if (other.candidates.some(heard => heard.id === one.id)) say(overlaps ? "candidateOverlap" : "oneSite", one.name, hours(other), where);
  }
  return { texts: found, impossible: false };
}

/** Where an arrow takes a sitting; null for any other key. */
export function stepped(board: Board, sitting: BoardSitting, at: Place, key: string): Place | null {
  const rooms = board.rooms.map(one => one.id);
  const { first, last } = frame(board);
  const day = (step: number) => board.days[Math.min(Math.max(board.days.indexOf(at.day) + step, 0), board.days.length - 1)]!;
  const row = (step: number): Place => {
    const next = rooms.indexOf(at.room) + step;
    if (next >= 0 && next < rooms.length) return { ...at, room: rooms[next]! };
    const other = day(step);
    return other === at.day ? at : { ...at, day: other, room: rooms[step > 0 ? 0 : rooms.length - 1]! };
  };
  switch (key) {
    case "ArrowLeft": return along(board, sitting, at, -1);
    case "ArrowRight": return along(board, sitting, at, 1);
    case "ArrowUp": return row(-1);
    case "ArrowDown": return row(1);
    case "PageUp": return { ...at, day: day(-1) };
    case "PageDown": return { ...at, day: day(1) };
    case "Home": return { ...at, minutes: first };
    case "End": return onGrid(board, sitting, { ...at, minutes: last - lengthOf(sitting) });
    default: return null;
  }
}

// One slot on, over the pause at midday in one go where the grid of the afternoon begins elsewhere.
function along(board: Board, sitting: BoardSitting, at: Place, step: number): Place {
  const next = onGrid(board, sitting, { ...at, minutes: at.minutes + step * board.slotMinutes });
  return next.minutes === at.minutes ? onGrid(board, sitting, { ...at, minutes: at.minutes + 2 * step * board.slotMinutes }) : next;
}
