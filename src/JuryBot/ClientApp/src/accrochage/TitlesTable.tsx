import { Link } from "wouter";
import { textOf, useTexts } from "../app/texts";
import { Fictitious } from "../ui/Fictitious";
import { Pill, type Tone } from "../ui/Pill";
import { uiTexts } from "../ui/uiTexts";
import { useWhen } from "../ui/when";
import type { Title } from "./accrochage";
import { accrochageTexts } from "./accrochageTexts";

const tones: Record<string, Tone> = { notExported: "neutral", exported: "info", accepted: "good", refused: "bad" };

export function TitlesTable({ titles, marked, coordinator }: { titles: readonly Title[]; marked: boolean; coordinator: boolean }) {
  const t = useTexts(accrochageTexts);
  const ui = useTexts(uiTexts);
  const when = useWhen();
  return (
    <table className="list">
      <thead><tr><th>{t.name}</th><th>{t.state}</th><th>{t.due}</th><th>{t.birth}</th></tr></thead>
      <tbody>
        {titles.map(one => (
          <tr key={one.idTechnique}>
            <td className="first">
              <Link href={`/candidates/${encodeURIComponent(one.candidate)}`}>{one.name}</Link><br />
              <small className="quiet">{one.certification} · {one.idTechnique}</small> {marked && one.fictitious && <Fictitious of="row" />}
            </td>
            <td data-label={t.state}>
              <Pill tone={tones[one.state] ?? "neutral"}>{textOf(t.states, one.state)}</Pill>{" "}
              {one.annulled && <Pill tone="bad">{t.annulled}</Pill>}{" "}
              {one.exports.length > 0 && <small className="quiet">{t.exportedAt(when.moment(one.exports[one.exports.length - 1]!.at))}</small>}
              {one.message && <p className="said">{t.says(one.message)}</p>}
              {one.hints && one.hints.length > 0 && <ul aria-label={t.toCorrect}>{one.hints.map(hint => <li key={hint}>{hint}</li>)}</ul>}
              {one.toDo && <p>{one.toDo}</p>}
            </td>
            <td data-label={t.due}>
              {one.state === "accepted" ? t.done : <>{when.shortDate(one.dueOn)} {one.late && <Pill tone="bad">{t.late}</Pill>}</>}
            </td>
            <td data-label={t.birth}>
              {one.state === "accepted" || one.annulled ? <span className="quiet">{one.birthData ? t.entered : t.erased}</span> : (
                <>
                  <Pill tone={one.birthData ? "good" : "warn"}>{one.birthData ? t.entered : t.missing}</Pill>{" "}
                  {coordinator && <Link href={`/accrochage/${encodeURIComponent(one.candidate)}`} aria-label={ui.of(one.birthData ? t.correct : t.enter, one.name)}>
                    {one.birthData ? t.correct : t.enter}</Link>}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
