import { Link } from "wouter";
import type { Exam, Sitting } from "../api/sittingTypes";
import { textOf, useTexts } from "../app/texts";
import { Pill, type Tone } from "../ui/Pill";
import { responseTones } from "../ui/responseTones";
import { useWhen } from "../ui/when";
import { ExamNotes } from "./ExamNotes";
import { decisionLines, isDecided } from "./outcome";
import { sittingTexts } from "./sittingTexts";

const tones: Record<string, Tone> = { convened: "neutral", open: "info", graded: "violet", deliberating: "warn", decided: "good", published: "done", notheld: "warn" };

export function Exams({ sitting }: { sitting: Sitting }) {
  const t = useTexts(sittingTexts);
  const when = useWhen();
  return (
    <section className="card stack">
      <h2>{t.exams.title}</h2>
      <p className="quiet">{t.exams.blind}</p>
      <table className="list">
        <thead><tr><th>{t.exams.candidate}</th><th>{t.exams.sheets}</th><th>{t.exams.result}</th></tr></thead>
        <tbody>
          {sitting.exams.map(exam => (
            <tr key={exam.candidate}>
              <td className="first">
                <span className="time">{when.time(exam.start)}</span> <Link href={`/candidates/${exam.candidate}`}>{exam.name}</Link>{" "}
                <Pill tone={tones[exam.state] ?? "neutral"}>{textOf(t.exams.states, exam.state)}</Pill>
                {exam.state === "convened" && <>{" "}<Pill tone={responseTones[exam.response]}>{textOf(t.responses, exam.response)}</Pill>
                  {exam.response === "none" && exam.convenedAt && <small className="quiet"> {t.since(when.moment(exam.convenedAt))}</small>}</>}
                <ExamNotes sitting={sitting} exam={exam} />
              </td>
              <td data-label={t.exams.sheets}><Sheets sitting={sitting} exam={exam} /></td>
              <td data-label={t.exams.result}>
                {isDecided(exam) ? <ul className="plain">{decisionLines(t, sitting, exam).map(line => <li key={line}>{line}</li>)}</ul>
                  : exam.ending ? <>{textOf(t.exams.endings, exam.ending.kind)}{exam.ending.reason && ` — ${exam.ending.reason}`}</> : t.exams.pendingDecision}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who has submitted: a mark per juror, in the panel's order. */
function Sheets({ sitting, exam }: { sitting: Sitting; exam: Exam }) {
  const t = useTexts(sittingTexts).exams;
  const name = (person: string) => sitting.panel.find(seat => seat.person === person)?.name ?? person;
  if (exam.sheets.length === 0) return <>{t.pendingDecision}</>;
  return (
    <details className="sheets">
      <summary>
        <span className="marks" aria-hidden>{exam.sheets.map(one => <span key={one.person} className={one.submitted ? "in" : ""} />)}</span>
        {t.count(exam.sheets.filter(one => one.submitted).length, exam.sheets.length)}
      </summary>
      <ul className="plain">{exam.sheets.map(one => <li key={one.person}>{t.sheetOf(name(one.person), one.submitted)}</li>)}</ul>
    </details>
  );
}
