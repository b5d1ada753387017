import { useTexts } from "../texts/texts";
import { useFormat } from "../time/format";
import type { Day } from "../time/zone";
import styles from "./calendar.module.css";
import { EventTile } from "./EventTile";
import type { WeekLayout } from "./layout";

/** The week as a list of days, for a narrow screen. */
export function Agenda({ week, today, onOpen }: { week: WeekLayout; today: Day; onOpen(event: string): void }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <div className={styles.agenda}>
      {week.days.map(({ day, placed }) => (
        <section key={day} aria-label={format.dayLong(day)}>
          <h3 aria-current={day === today ? "date" : undefined}>{format.dayLong(day)}</h3>
          {placed.length === 0 && <p>{t("calendar.nothing")}</p>}
          <ul>
            {placed.map(({ event }) => <li key={event.id}><EventTile event={event} onOpen={onOpen} /></li>)}
          </ul>
        </section>
      ))}
    </div>
  );
}
