import type { CalendarEvent } from "../api/types";
import { addDays, type Day, wallOf } from "../time/zone";

/** An event's part of one day: minutes since midnight, and its place among those it overlaps. */
export interface Placed {
  event: CalendarEvent;
  from: number;
  to: number;
  column: number;
  columns: number;
}

export interface WeekLayout {
  days: { day: Day; placed: Placed[] }[];
  /** First and last hour shown. */
  firstHour: number;
  lastHour: number;
}

const wholeDay = 24 * 60;

/** The part of each event that falls on the day; one that only touches it at midnight does not. */
function partsOf(day: Day, events: readonly CalendarEvent[], zone: string) {
  return events.flatMap((event) => {
    const start = wallOf(new Date(event.start), zone);
    const end = wallOf(new Date(event.end), zone);
    if (start.day > day || end.day < day || (end.day === day && end.minutes === 0 && start.day < day)) return [];
    return [{ event, from: start.day < day ? 0 : start.minutes, to: end.day > day ? wholeDay : end.minutes }];
  }).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Puts overlapping events side by side: each takes the first free column of its group. */
function place(parts: readonly { event: CalendarEvent; from: number; to: number }[]): Placed[] {
  const placed: Placed[] = [];
  let group: Placed[] = [];
  let ends: number[] = [];
  const close = () => {
    group.forEach((one) => (one.columns = ends.length));
    group = [];
    ends = [];
  };
  for (const part of parts) {
    if (ends.every((end) => end <= part.from)) close();
    const free = ends.findIndex((end) => end <= part.from);
    const column = free < 0 ? ends.length : free;
    ends[column] = part.to;
    const one = { ...part, column, columns: 1 };
    group.push(one);
    placed.push(one);
  }
  close();
  return placed;
}

/** Monday to Friday, 8 to 19 h; the weekend and other hours are added when something happens there. */
export function weekOf(monday: Day, events: readonly CalendarEvent[], zone: string): WeekLayout {
  const all = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
    .map((day) => ({ day, placed: place(partsOf(day, events, zone)) }));
  const days = all.filter(({ placed }, index) => index < 5 || placed.length > 0);
  const inHours = days.flatMap(({ placed }) => placed).filter(({ from, to }) => to - from < wholeDay);
  return {
    days,
    firstHour: Math.min(8, ...inHours.map(({ from }) => Math.floor(from / 60))),
    lastHour: Math.max(19, ...inHours.map(({ to }) => Math.ceil(to / 60))),
  };
}
