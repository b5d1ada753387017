/** A calendar day, "2026-03-29": a date on the wall, in no zone. */
export type Day = string;

const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, hourCycle: "h23",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** The day and the minutes since its midnight that clocks in the zone show at an instant. */
export function wallOf(instant: Date, zone: string): { day: Day; minutes: number } {
  const part = Object.fromEntries(wallFormat(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, minutes: Number(part.hour) * 60 + Number(part.minute) };
}

/** The instant at which clocks in the zone show that day and time; in a spring gap, the same distance after it. */
export function instantOf(day: Day, minutes: number, zone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const offsetAt = (time: number) => {
    const wall = wallOf(new Date(time), zone);
    return Date.parse(`${wall.day}T00:00:00Z`) + wall.minutes * 60_000 - Math.floor(time / 60_000) * 60_000;
  };
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess));
}

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
