import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, ProgressBar, Spinner } from "@fluentui/react-components";
import { CalendarSyncRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Certification, Revision, Session } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { LateCandidates } from "./LateCandidates";
import { ProposalView } from "./ProposalView";
import { revisionTexts } from "./revisionTexts";

/** Repairing a convened plan: asking, watching, reading what would change for whom, then telling people or not. */
export function RevisionSection({ session, certification }: { session: Session; certification: Certification | undefined }) {
  const t = useTexts(revisionTexts);
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const { revision, waiting } = session;
  const ask = useAct((_: void, key) => api.post(`sessions/${session.id}/revision`, key, {}));
  const discard = useAct((_: void, key) => api.post(`sessions/${session.id}/revision/discard`, key, { request: revision!.request }), undefined, revision?.request);
  const busy = revision?.state === "working" || revision?.state === "applying";
  return (
    <section className="card stack" id="revision" tabIndex={-1} aria-label={t.title}>
      <div className="section-head">
        <h2>{t.title}</h2>
        {coordinator && (
          <div className="actions">
            {certification && <LateCandidates session={session} certification={certification} disabled={busy} />}
            <Button icon={ask.isPending ? <Spinner size="tiny" /> : <CalendarSyncRegular />} disabled={busy || ask.isPending}
              appearance={!revision && (waiting.length > 0 || session.declines.length > 0) ? "primary" : "secondary"}
              onClick={() => ask.mutate()}>{revision && !busy ? t.again : t.verb}</Button>
          </div>
        )}
      </div>
      {waiting.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody><MessageBarTitle>{t.waiting(waiting.length)}</MessageBarTitle> {waiting.map(one => one.name).join(", ")}</MessageBarBody>
        </MessageBar>
      )}
      {!revision && <p className="quiet">{t.intro}</p>}
      {ask.error && <ProblemBar error={ask.error} retry={() => ask.mutate()} />}
      {discard.error && <ProblemBar error={discard.error} retry={() => discard.mutate()} />}
      {revision && <Standing session={session} revision={revision} discard={coordinator ? () => discard.mutate() : undefined} />}
    </section>
  );
}

function Standing({ session, revision, discard }: { session: Session; revision: Revision; discard?: () => void }) {
  const t = useTexts(revisionTexts);
  switch (revision.state) {
    case "working": return <><Going text={t.working} />{discard && <div><Button size="small" onClick={discard}>{t.stop}</Button></div>}</>;
    case "applying": return <Going text={t.applying(revision.done, revision.total)} value={revision.done / Math.max(revision.total, 1)} />;
    case "applied": return (
      <MessageBar intent={revision.refused.length > 0 ? "warning" : "success"} layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>{t.applied}</MessageBarTitle> {revision.refused.length === 0 ? t.appliedNext : t.refused(revision.refused.length)}
          {revision.refused.length > 0 && (
            <ul>{revision.refused.map((one, i) => <li key={i}>{one.sitting && <strong>{one.sitting} · </strong>}{one.text}</li>)}</ul>
          )}
        </MessageBarBody>
        {discard && <MessageBarActions><Button size="small" onClick={discard}>{t.close}</Button></MessageBarActions>}
      </MessageBar>
    );
    case "proposed": return revision.problem
      ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody><MessageBarTitle>{t.noProposal}</MessageBarTitle> {revision.problem}</MessageBarBody>
          {discard && <MessageBarActions><Button size="small" onClick={discard}>{t.close}</Button></MessageBarActions>}
        </MessageBar>
      )
      : <ProposalView session={session.id} revision={revision} discard={discard} />;
  }
}

function Going({ text, value }: { text: string; value?: number }) {
  return <div aria-live="polite"><p>{text}</p><ProgressBar aria-label={text} value={value} /></div>;
}
