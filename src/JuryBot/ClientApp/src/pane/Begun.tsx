import { Link } from "wouter";
import { useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { useSessionName } from "../sessions/sessionName";
import { sessionTexts } from "../sessions/sessionTexts";
import { Fictitious } from "../ui/Fictitious";
import { Pill } from "../ui/Pill";
import { useWhen } from "../ui/when";
import { paneTexts } from "./paneTexts";

/** Sessions that are not convened yet and may still be on that day: whoever had to wait for the director finds theirs again. */
export function Begun({ on }: { on: string }) {
  const t = useTexts(paneTexts);
  const all = useTexts(sessionTexts);
  const when = useWhen();
  const name = useSessionName();
  const sessions = useRead("sessions");
  const begun = sessions.data?.filter(one => one.state !== "convened" && one.window.to >= on) ?? [];
  if (begun.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t.begun}</h2>
      <p className="quiet">{t.begunNext}</p>
      <ul>
        {begun.map(one => (
          <li key={one.id}>
            <Link href={`/sessions/${one.id}`}>{name(one)}</Link>, {when.days(one.window)}{" "}
            <Pill tone="neutral">{textOf(all.states, one.state)}</Pill>{" "}
            {one.kind === "final" && one.state === "draft" && one.presidents?.length === 0 && <Pill tone="warn">{all.awaitingPresidents}</Pill>}{" "}
            {one.fictitious && <Fictitious of="row" />}
          </li>
        ))}
      </ul>
    </section>
  );
}
