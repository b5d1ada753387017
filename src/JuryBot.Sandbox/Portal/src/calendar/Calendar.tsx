import { Button, Spinner } from "@fluentui/react-components";
import { CalendarAddRegular, ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useCalendar } from "../api/queries";
import type { Person } from "../api/types";
import { useNarrow } from "../settings/media";
import { useFormat, useZone } from "../time/format";
import { useNow } from "../time/now";
import { addDays, type Day, instantOf, mondayOf, wallOf } from "../time/zone";
import { useTexts } from "../texts/texts";
import { Agenda } from "./Agenda";
import styles from "./calendar.module.css";
import { EventDetails } from "./EventDetails";
import { weekOf } from "./layout";
import { NewAppointment } from "./NewAppointment";
import { WeekGrid } from "./WeekGrid";

export function Calendar({ person }: { person: Person }) {
  const now = useNow();
  return now ? <Week person={person} now={now} /> : <Spinner style={{ height: "100%" }} />;
}

/** One working week of a person's calendar; it follows the sandbox's present, at a weekend the week to come, until another one is chosen. */
function Week({ person, now }: { person: Person; now: Date }) {
  const { t } = useTexts();
  const format = useFormat();
  const zone = useZone();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<Day | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [isDrafting, setDrafting] = useState(false);

  const today = wallOf(now, zone).day;
  const monday = chosen ?? mondayOf(addDays(today, 2));
  const events = useCalendar(person.id, instantOf(monday, 0, zone), instantOf(addDays(monday, 7), 0, zone));
  const week = weekOf(monday, events.data ?? [], zone);
  const open = events.data?.find(({ id }) => id === openId) ?? null;
  const friday = addDays(monday, 4);

  return (
    <section className={styles.calendar} aria-label={t("calendar.title")}>
      <header className={styles.bar}>
        <Button size="small" onClick={() => setChosen(null)}>{t("calendar.today")}</Button>
        <Button size="small" appearance="subtle" icon={<ChevronLeftRegular />} aria-label={t("calendar.previous")} onClick={() => setChosen(addDays(monday, -7))} />
        <Button size="small" appearance="subtle" icon={<ChevronRightRegular />} aria-label={t("calendar.next")} onClick={() => setChosen(addDays(monday, 7))} />
        <h2 aria-live="polite">
          <span className="visually-hidden">{t("calendar.week", { from: format.dayMonth(monday), to: format.dayMonthYear(friday) })}</span>
          <span aria-hidden>{format.dayMonth(monday)} – {format.dayMonthYear(friday)}</span>
        </h2>
        <Button className={styles.add} size="small" appearance="primary" icon={<CalendarAddRegular />} onClick={() => setDrafting(true)}>{t("calendar.new")}</Button>
        {events.isFetching && <Spinner size="extra-tiny" />}
      </header>
      {narrow
        ? <Agenda week={week} today={today} onOpen={setOpenId} />
        : <WeekGrid week={week} today={today} minutesNow={wallOf(now, zone).minutes} onOpen={setOpenId} />}
      {isDrafting && <NewAppointment person={person} day={chosen ?? addDays(today, 1)} onClose={() => setDrafting(false)} />}
      <EventDetails person={person} event={open} onClose={() => setOpenId(null)} />
    </section>
  );
}
