import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { problemOf } from "../api/problem";
import { useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { useChoices } from "../documents/choices";
import type { Of } from "../documents/documents";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { useWhen } from "../ui/when";
import { ledgerTexts } from "./ledgerTexts";

const page = 100;

/** What was done of a session, a sitting or a candidate's record, in words, and whether its chain still holds. */
export function LedgerPage({ of, id }: { of: Of; id: string }) {
  const t = useTexts(ledgerTexts);
  const when = useWhen();
  const [skip, setSkip] = useState(0);
  const query = useRead(`${of}/${encodeURIComponent(id)}/ledger?skip=${skip}`);
  const { name, fictitious } = useChoices(of, id);
  const problem = problemOf(query.error);
  const moves = query.data === undefined && problem.isRefusal;
  return (
    <Page title={textOf(t.title, of)} subtitle={name} up={{ href: `/${of}/${encodeURIComponent(id)}`, text: textOf(t.up, of) }} fictitious={query.data?.fictitious ?? fictitious}
      actions={query.data && <Button icon={query.isFetching ? <Spinner size="tiny" /> : <ShieldCheckmarkRegular />} disabled={query.isFetching} onClick={() => void query.refetch()}>{t.again}</Button>}>
      <p className="quiet">{t.about}</p>
      {moves ? <MessageBar intent="info" layout="multiline"><MessageBarBody>{problem.words}</MessageBarBody></MessageBar> : (
        <Loaded query={query}>
          {ledger => (
            <>
              <div role="status">
                <MessageBar intent={ledger.fault ? "error" : "success"} layout="multiline">
                  <MessageBarBody>{ledger.fault ? <>{t.broken} <code className="hash">{ledger.fault}</code></> : t.whole(ledger.total)} {t.checkedAt(when.moment(new Date(query.dataUpdatedAt).toISOString()))}</MessageBarBody>
                </MessageBar>
              </div>
              {ledger.entries.length === 0 ? <Empty title={t.empty} /> : (
                <table className="list">
                  <thead><tr><th className="number">{t.sequence}</th><th>{t.when}</th><th>{t.who}</th><th>{t.what}</th><th>{t.print}</th></tr></thead>
                  <tbody>
                    {ledger.entries.map(one => (
                      <tr key={one.sequence}>
                        <td className="end" data-label={t.sequence}>{one.sequence}</td>
                        <td data-label={t.when}>{when.moment(one.time)}</td>
                        <td data-label={t.who}>{one.who}</td>
                        <td data-label={t.what}>{one.what}{one.about && <> <small className="quiet">{t.about2(one.about)}</small></>}</td>
                        <td data-label={t.print}>
                          <details>
                            <summary><code>{one.hash.slice(0, 8)}</code></summary>
                            <p>{t.entry} <code className="hash">{one.hash}</code></p>
                            {one.confirms && <p>{t.confirms} <code className="hash">{one.confirms}</code></p>}
                          </details>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
              <div className="actions">
                {skip > 0 && <Button onClick={() => setSkip(Math.max(0, skip - page))}>{t.later}</Button>}
                {ledger.next !== null && <Button onClick={() => setSkip(ledger.next!)}>{t.earlier}</Button>}
              </div>
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
