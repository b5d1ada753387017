import { useTexts } from "../texts/texts";
import { useFormat } from "../time/format";
import type { Day } from "../time/zone";
import styles from "./calendar.module.css";
import { EventTile } from "./EventTile";
import type { WeekLayout } from "./layout";

interface Props {
  week: WeekLayout;
  today: Day;
  minutesNow: number;
  onOpen(event: string): void;
}

export function WeekGrid({ week: { days, firstHour, lastHour }, today, minutesNow, onOpen }: Props) {
  const { t } = useTexts();
  const format = useFormat();
  const hours = Array.from({ length: lastHour - firstHour }, (_, index) => firstHour + index);
  const shown = (minutes: number) => Math.min(Math.max(minutes, firstHour * 60), lastHour * 60) - firstHour * 60;
  const height = (lastHour - firstHour) * 60;
  const percent = (minutes: number) => `${(minutes / height) * 100}%`;
  const nowShown = minutesNow >= firstHour * 60 && minutesNow <= lastHour * 60;

  return (
    <div className={styles.scroll}>
      <div className={styles.grid} style={{ gridTemplateColumns: `52px repeat(${days.length}, minmax(104px, 1fr))` }}>
        <div className={styles.corner} />
        {days.map(({ day }) => (
          <h3 key={day} className={styles.dayHead} aria-current={day === today ? "date" : undefined}>
            <span className="visually-hidden">{format.dayLong(day)}</span>
            <span aria-hidden>{format.weekday(day)}</span> <b aria-hidden>{format.dayNumber(day)}</b>
          </h3>
        ))}
        <div className={styles.hours} aria-hidden style={{ gridTemplateRows: `repeat(${hours.length}, 1fr)` }}>
          {hours.map((hour) => <span key={hour}>{hour}:00</span>)}
        </div>
        {days.map(({ day, placed }) => (
          <div key={day} className={styles.day} data-today={day === today || undefined} style={{ "--hours": hours.length, minHeight: hours.length * 48 } as React.CSSProperties}>
            <ul>
              {placed.map(({ event, from, to, column, columns }) => (
                <li
                  key={event.id}
                  style={{
                    top: percent(shown(from)),
                    height: percent(Math.max(shown(to) - shown(from), 20)),
                    left: `${(column / columns) * 100}%`,
                    width: `${100 / columns}%`,
                  }}
                >
                  <EventTile event={event} onOpen={onOpen} />
                </li>
              ))}
            </ul>
            {day === today && nowShown && <div className={styles.now} role="img" aria-label={t("calendar.now")} style={{ top: percent(minutesNow - firstHour * 60) }} />}
          </div>
        ))}
      </div>
    </div>
  );
}
