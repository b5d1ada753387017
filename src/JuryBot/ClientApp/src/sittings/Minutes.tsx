import type { Sitting } from "../api/sittingTypes";
import { useTexts } from "../app/texts";
import { Pill } from "../ui/Pill";
import { useWhen } from "../ui/when";
import { sittingTexts } from "./sittingTexts";

/** Who has acknowledged the minutes, when and which text, and who has not yet. */
export function Minutes({ sitting }: { sitting: Sitting }) {
  const t = useTexts(sittingTexts).minutes;
  const when = useWhen();
  const all = sitting.acknowledgements;
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <p className="quiet">{t.count(all.filter(one => one.current).length, all.length)}</p>
      <table className="list">
        <thead><tr><th>{t.member}</th><th>{t.acknowledged}</th><th>{t.fingerprint}</th></tr></thead>
        <tbody>
          {all.map(one => (
            <tr key={one.person}>
              <td className="first">{one.name}</td>
              <td data-label={t.acknowledged}>{one.at === null ? <Pill tone="warn">{t.notYet}</Pill>
                : one.current ? <Pill tone="good">{when.moment(one.at)}</Pill> : <Pill tone="warn">{t.earlier(when.moment(one.at))}</Pill>}</td>
              <td data-label={t.fingerprint}>{one.fingerprint !== null ? <code>{one.fingerprint}</code> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
