import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Window } from "../api/types";
import { useTexts } from "../app/texts";
import { SessionFormPage, usualHours } from "../sessions/SessionFormPage";
import { formatter } from "../ui/formatter";
import { useWhen } from "../ui/when";
import { Begun } from "./Begun";
import { paneTexts } from "./paneTexts";

/** A session begun from an appointment that is being organised. */
export function Convene({ start, end }: { start: Date; end: Date }) {
  const t = useTexts(paneTexts);
  const when = useWhen();
  const window = windowOf(start, end, when.zone);
  return (
    <SessionFormPage window={window}>
      <Begun on={window.from} />
      <MessageBar layout="multiline"><MessageBarBody>{t.convene(`${when.moment(start.toISOString())} – ${when.time(end.toISOString())}`)}</MessageBarBody></MessageBar>
    </SessionFormPage>
  );
}

/** An appointment of this many milliseconds or more is taken for the time there is; a shorter one for the moment to start at. */
const long = 2 * 3600 * 1000;

/** The window an appointment stands for: its hours on one day, or its days at the usual hours. */
export function windowOf(start: Date, end: Date, zone: string): Window {
  const wall = (date: Date) => formatter("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(date).split(" ") as [string, string];
  const [from, dayFrom] = wall(start);
  // What ends at midnight ends on the day before.
  const [to] = wall(new Date(end.getTime() - 1));
  const [, dayTo] = wall(end);
  if (from !== to || (dayFrom === "00:00" && dayTo === "00:00")) return { from, to, ...usualHours };
  return { from, to, dayFrom, dayTo: end.getTime() - start.getTime() >= long || dayFrom >= usualHours.dayTo ? dayTo : usualHours.dayTo };
}
