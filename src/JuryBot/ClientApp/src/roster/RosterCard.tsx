import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from "@fluentui/react-components";
import { Link } from "wouter";
import { useApi } from "../api/api";
import { problemOf } from "../api/problem";
import { useAct } from "../api/use";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { FileDrop } from "./FileDrop";
import { RosterErrors } from "./RosterErrors";
import { rosterTexts, type RosterSort } from "./rosterTexts";
import { Template } from "./Template";

/** One sort of list: its template, where to drop it, and what became of it. */
export function RosterCard({ sort }: { sort: RosterSort }) {
  const t = useTexts(rosterTexts);
  const api = useApi();
  const send = useAct((file: File, key) => {
    const form = new FormData();
    form.append("file", file);
    return api.post(`rosters/${sort}`, key, form);
  });
  const file = send.variables?.name ?? "";
  const errors = send.error ? problemOf(send.error).errors : [];
  return (
    <section className="card stack" aria-labelledby={`roster-${sort}`}>
      <div>
        <h2 id={`roster-${sort}`}>{t.sorts[sort].title}</h2>
        <p className="quiet">{t.sorts[sort].about}</p>
      </div>
      <p className="inline">{t.template} <Template name={`${sort}.xlsx`} /> <Template name={`${sort}.csv`} /></p>
      <FileDrop label={t.sorts[sort].title} disabled={send.isPending} onFile={chosen => send.mutate(chosen)} />
      <div aria-live="polite" className="stack">
        {send.isPending && <Spinner size="small" label={t.sending(file)} />}
        {send.data && !send.isPending && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t.done(file)}</MessageBarTitle>{" "}
              {t.added(send.data.added)} · {t.changed(send.data.changed)} · {t.unchanged(send.data.unchanged)}.{" "}
              <Link href={sort === "candidates" ? "/candidates" : "/people"}>{t.next[sort]}</Link>
            </MessageBarBody>
          </MessageBar>
        )}
        {send.error && !send.isPending && (errors.length > 0
          ? <RosterErrors errors={errors} />
          : <ProblemBar error={send.error} retry={() => send.variables && send.mutate(send.variables)} />)}
      </div>
    </section>
  );
}
