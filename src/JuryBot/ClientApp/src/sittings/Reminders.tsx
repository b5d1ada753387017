import type { Sitting } from "../api/sittingTypes";
import { textOf, useTexts } from "../app/texts";
import { uiTexts } from "../ui/uiTexts";
import { useWhen } from "../ui/when";
import { sittingTexts } from "./sittingTexts";

/** Who was reminded of what and when, and what comes next. */
export function Reminders({ sitting }: { sitting: Sitting }) {
  const t = useTexts(sittingTexts).reminders;
  const ui = useTexts(uiTexts);
  const when = useWhen();
  const given = sitting.reminders.filter(one => one.given);
  const toCome = sitting.reminders.filter(one => !one.given);
  return (
    <section className="card">
      <details>
        <summary>{t.title(given.length, toCome.length)}</summary>
        <ul>
          {sitting.reminders.map((one, i) => (
            <li key={i} className={one.given ? undefined : "quiet"}>
              {ui.of(`${textOf(t.kinds, one.kind)}, ${one.name ?? t.coordination}`, one.given ? t.given(when.moment(one.given)) : one.planned ? t.planned(when.moment(one.planned)) : "")}
              {one.escalatedAt ? ` ${t.escalated(when.moment(one.escalatedAt))}` : one.given && one.planned && ` ${t.escalates(when.moment(one.planned))}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
