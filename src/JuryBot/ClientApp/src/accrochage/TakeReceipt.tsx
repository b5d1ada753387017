import { MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import { useTexts } from "../app/texts";
import { FileDrop } from "../roster/FileDrop";
import { ProblemBar } from "../ui/ProblemBar";
import { accrochageTexts } from "./accrochageTexts";

/** Takes what the Caisse des Dépôts answered, and says it title by title. */
export function TakeReceipt() {
  const t = useTexts(accrochageTexts);
  const api = useApi();
  const send = useAct((file: File, key) => {
    const form = new FormData();
    form.append("file", file);
    return api.post("accrochage/receipts", key, form);
  });
  return (
    <section className="card stack" aria-labelledby="receipt">
      <h2 id="receipt">{t.receiptTitle}</h2>
      <p className="quiet">{t.receiptAbout}</p>
      <FileDrop label={t.receiptTitle} disabled={send.isPending} accept=".xml,application/xml,text/xml" formats={t.receiptFormats} onFile={file => send.mutate(file)} />
      <div role="status" className="stack">
        {send.isPending && <Spinner size="small" label={t.reading(send.variables.name)} />}
        {send.data && !send.isPending && (
          <>
            <MessageBar intent={send.data.refused + send.data.unknown > 0 ? "warning" : "success"}>
              <MessageBarBody>{t.read(send.data.accepted, send.data.refused, send.data.unknown)}</MessageBarBody>
            </MessageBar>
            <ul>{send.data.lines.map((line, i) => <li key={i} className="said">{line.good ? line.text : <strong>{line.text}</strong>}</li>)}</ul>
          </>
        )}
        {send.error && !send.isPending && <ProblemBar error={send.error} retry={() => send.variables && send.mutate(send.variables)} />}
      </div>
    </section>
  );
}
