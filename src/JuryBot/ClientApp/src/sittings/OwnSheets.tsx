import type { SeatAt } from "../api/sittingTypes";
import { textOf, useTexts } from "../app/texts";
import { Pill } from "../ui/Pill";
import { useWhen } from "../ui/when";
import { seatTexts } from "./seatTexts";

/** What the member wrote themself, candidate by candidate. */
export function OwnSheets({ seat }: { seat: SeatAt }) {
  const t = useTexts(seatTexts);
  const when = useWhen();
  return (
    <section className="card stack">
      <h2>{t.sheets}</h2>
      <p className="quiet">{seat.state === "convened" ? t.notYet : seat.state === "open" ? `${t.fill} ${t.blind}` : t.blind}</p>
      {seat.state !== "convened" && seat.exams.filter(exam => exam.judges).map(({ candidate, name, sheet }) => sheet === null
        ? <p key={candidate}>{name} <span className="quiet">{t.nothing}</span></p>
        : (
          <details key={candidate}>
            <summary>
              {name} <Pill tone={sheet.state === "draft" ? "warn" : "good"}>{textOf(t.states, sheet.state)}</Pill>{" "}
              <span className="quiet">{sheet.submittedAt ? t.submitted(when.moment(sheet.submittedAt)) : t.saved(when.moment(sheet.savedAt))}</span>
            </summary>
            <ul>
              {sheet.marks.map(mark => (
                <li key={mark.criterion}>
                  {mark.text ?? mark.criterion} <strong>{textOf(t.judgments, mark.judgment)}</strong>{mark.mark !== null && `, ${t.mark(mark.mark)}`}
                  {mark.comment && <div className="said">{mark.comment}</div>}
                </li>
              ))}
            </ul>
            {sheet.overall && <p className="said">{t.overall} {sheet.overall}</p>}
          </details>
        ))}
    </section>
  );
}
