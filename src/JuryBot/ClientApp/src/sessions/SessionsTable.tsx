import { ProgressBar } from "@fluentui/react-components";
import { Link } from "wouter";
import type { Certification, SessionSummary } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { Fictitious } from "../ui/Fictitious";
import { Pill, type Tone } from "../ui/Pill";
import { useWhen } from "../ui/when";
import { useSessionName } from "./sessionName";
import { sessionTexts } from "./sessionTexts";

const tones: Record<string, Tone> = { draft: "neutral", planning: "info", planned: "violet", convening: "info", convened: "good" };

interface Props {
  sessions: readonly SessionSummary[];
  /** Whether a row marks what is fictitious. */
  marked: boolean;
  certifications: readonly Certification[];
}

export function SessionsTable({ sessions, marked, certifications }: Props) {
  const t = useTexts(sessionTexts);
  const when = useWhen();
  const name = useSessionName();
  const progress = sessions.some(one => one.progress);
  return (
    <table className="list">
      <thead><tr><th>{t.jury}</th><th>{t.dates}</th><th>{t.candidatesLabel}</th><th>{t.state}</th>{progress && <th>{t.progress}</th>}</tr></thead>
      <tbody>
        {sessions.map(one => {
          const certification = certifications.find(c => c.id === one.certification);
          const awaiting = one.kind === "final" && one.state === "draft" && one.presidents?.length === 0;
          return (
            <tr key={one.id}>
              <td className="first">
                <Link href={`/sessions/${one.id}`}>{name(one)}</Link><br />
                <small className="quiet">{certification?.title ?? one.certification}</small>{" "}
                {one.fictitious && marked && <Fictitious of="row" />}
              </td>
              <td data-label={t.dates}>{when.days(one.window)}</td>
              <td data-label={t.candidatesLabel}>{one.candidates ?? "–"}</td>
              <td data-label={t.state}>
                <Pill tone={tones[one.state] ?? "neutral"}>{textOf(t.states, one.state)}</Pill>{" "}
                {awaiting && <Pill tone="warn">{t.awaitingPresidents}</Pill>}
              </td>
              {progress && <td data-label={t.progress}>{one.progress && one.progress.total > 0
                ? <div className="progress"><ProgressBar value={one.progress.done / one.progress.total} aria-label={t.progress} /><small>{t.done(one.progress.done, one.progress.total)}</small></div>
                : "–"}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
