import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Revision } from "../api/types";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { ProposalPicture } from "./ProposalPicture";
import { ProposedChanges } from "./ProposedChanges";
import { revisionTexts } from "./revisionTexts";
import { Unscheduled } from "./Unscheduled";

/** What would change, for which sittings and for whom, before anything is sent. */
export function ProposalView({ session, revision, discard }: { session: string; revision: Revision; discard?: () => void }) {
  const t = useTexts(revisionTexts);
  const api = useApi();
  const apply = useAct((_: void, key) => api.post(`sessions/${session}/revision/apply`, key, { request: revision.request }), undefined, revision.request);
  const { sittings, people, unscheduled } = revision;
  if (!sittings || !people || !unscheduled) return null;
  const left = unscheduled.length > 0 && <Unscheduled unscheduled={unscheduled} />;
  if (revision.total === 0)
    return (
      <>
        <MessageBar intent={unscheduled.length > 0 ? "warning" : "success"} layout="multiline" role="status">
          <MessageBarBody><MessageBarTitle>{t.nothing}</MessageBarTitle> {unscheduled.length > 0 ? t.nothingHelps : t.nothingNext}</MessageBarBody>
          {discard && <MessageBarActions><Button size="small" onClick={discard}>{t.close}</Button></MessageBarActions>}
        </MessageBar>
        {left}
      </>
    );
  const count = (change: string) => sittings.filter(one => one.change === change).length;
  const names = (kind: string) => people.filter(one => one.kind === kind);
  return (
    <div className="stack" aria-live="polite">
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t.proposal}</MessageBarTitle>{" "}
          {t.summary(count("changed"), count("new"), count("cancelled"), count("kept"))} {t.nothingSent}
        </MessageBarBody>
      </MessageBar>
      {left}
      <ProposalPicture sittings={sittings} />
      <ProposedChanges sittings={sittings} />
      <div className="stack">
        <h3>{t.who(people.length)}</h3>
        <dl className="told open">
          {people.map(one => (
            <div key={one.person + one.kind}>
              <dt>{one.name} <span className="quiet">· {t.kinds[one.kind]}</span></dt>
              {one.lines.map(line => <dd key={line}>{line}</dd>)}
            </div>
          ))}
        </dl>
        <p className="quiet">{t.others}</p>
      </div>
      {discard && (
        <div className="actions">
          <Confirm act={apply} title={t.ask(names("juror").length, names("candidate").length)} verb={t.apply}
            trigger={<Button appearance="primary" icon={<SendRegular />}>{t.apply}…</Button>}>
            <p>{t.sent}</p>
            <ul>{people.map(one => <li key={one.person + one.kind}><strong>{one.name}</strong> · {one.lines.join(" ")}</li>)}</ul>
            <p><strong>{t.irreversible}</strong></p>
          </Confirm>
          <Button onClick={discard}>{t.discard}</Button>
        </div>
      )}
    </div>
  );
}
