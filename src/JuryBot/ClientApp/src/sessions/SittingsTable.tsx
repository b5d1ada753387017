import { Button, ProgressBar, Spinner } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { Link } from "wouter";
import { useApi } from "../api/api";
import type { SittingSummary } from "../api/types";
import { useAct } from "../api/use";
import { isCoordinator, useMe } from "../app/me";
import { textOf, useTexts } from "../app/texts";
import { More } from "../ui/More";
import { Pill } from "../ui/Pill";
import { ProblemBar } from "../ui/ProblemBar";
import { useWhen } from "../ui/when";
import { sessionTexts } from "./sessionTexts";
import { SittingsPicture } from "./SittingsPicture";

export function SittingsTable({ sittings }: { sittings: readonly SittingSummary[] }) {
  const t = useTexts(sessionTexts).sittingsTable;
  const when = useWhen();
  const sorted = [...sittings].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const convened = sorted.filter(one => one.state === "convened");
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const refresh = useAct(async (_: void, key) => {
    for (const one of convened) await api.post(`sittings/${one.id}/refresh`, key);
  });
  const standing = sorted.filter(one => one.state !== "cancelled");
  return (
    <section className="card stack">
      <div className="section-head">
        <h2>{t.title}</h2>
        {coordinator && convened.length > 0 && (
          <Button icon={refresh.isPending ? <Spinner size="tiny" /> : <ArrowSyncRegular />} disabled={refresh.isPending}
            onClick={() => refresh.mutate()}>{t.refresh}</Button>
        )}
      </div>
      {refresh.error && <ProblemBar error={refresh.error} retry={() => refresh.mutate()} />}
      <More items={sorted}>
        {shown => (
          <table className="list">
            <thead><tr><th>{t.when}</th><th>{t.room}</th><th>{t.answers}</th><th>{t.sheets}</th><th>{t.decided}</th><th>{t.published}</th></tr></thead>
            <tbody>
              {shown.map(one => (
                <tr key={one.id}>
                  <td className="first">
                    <Link href={`/sittings/${one.id}`}>{when.shortDay(one.start)}, {when.time(one.start)}–{when.time(one.end)}</Link>{" "}
                    {(one.state === "open" || one.state === "cancelled") && <Pill tone={one.state === "open" ? "info" : "bad"}>{textOf(t.states, one.state)}</Pill>}
                  </td>
                  <td data-label={t.room}>{one.roomName}</td>
                  <td data-label={t.answers} className="pills">
                    {one.accepted > 0 && <Pill tone="good">{t.accepted(one.accepted)}</Pill>}
                    {one.declined > 0 && <Pill tone="bad">{t.declined(one.declined)}</Pill>}
                    {one.pending > 0 && <Pill tone="neutral">{t.pending(one.pending)}</Pill>}
                  </td>
                  <td data-label={t.sheets}>
                    <div className="progress">
                      {one.sheetsExpected > 0 && <ProgressBar value={one.sheetsSubmitted / one.sheetsExpected} color={one.sheetsSubmitted === one.sheetsExpected ? "success" : "brand"}
                        aria-label={t.sheetsIn(one.sheetsSubmitted, one.sheetsExpected, `${when.shortDay(one.start)} ${when.time(one.start)}`)} />}
                      <small>{one.sheetsSubmitted}/{one.sheetsExpected}</small>
                    </div>
                  </td>
                  <td data-label={t.decided}>{one.decided}/{one.exams}</td>
                  <td data-label={t.published}>{one.published ? <Pill tone="done">{t.yes}</Pill> : t.no}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </More>
      {standing.length > 0 && <SittingsPicture sittings={standing} />}
    </section>
  );
}
