import { Button, Checkbox, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { DocumentArrowDownRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { save } from "../ui/save";
import { fileOf, type Export, type Title } from "./accrochage";
import { accrochageTexts } from "./accrochageTexts";

/** Makes the file to deposit, and says what is not in it. */
export function ExportTitles({ owed }: { owed: readonly Title[] }) {
  const t = useTexts(accrochageTexts);
  const api = useApi();
  const [again, setAgain] = useState(false);
  const [made, setMade] = useState<Export | null>(null);
  const act = useAct((_: void, key) => api.post("accrochage/exports", key, { again }), answer => {
    setMade(answer);
    if (answer.content) save(fileOf(answer), answer.name);
  }, `${again}`);
  const wanted = owed.filter(one => again || one.state !== "exported");
  const without = wanted.filter(one => !one.birthData).length;
  return (
    <section className="card stack" aria-labelledby="export">
      <h2 id="export">{t.exportTitle}</h2>
      <Checkbox checked={again} label={t.again} onChange={(_, data) => setAgain(data.checked === true)} />
      <p className="quiet">{t.againHint}</p>
      <div>
        <Confirm act={act} title={t.exportAsk} verb={t.exportVerb}
          trigger={<Button appearance="primary" icon={<DocumentArrowDownRegular />}>{t.exportVerb}…</Button>}>
          <p>{t.exportSays(wanted.length - without)}</p>
          {without > 0 && <p>{t.exportWithout(without)}</p>}
        </Confirm>
      </div>
      <div role="status" className="stack">
        {made && (
          <>
            <MessageBar intent={made.content ? "success" : "info"} layout="multiline">
              <MessageBarBody>{made.content ? t.made(made.sent, made.name) : t.nothing} {made.waiting > 0 && t.waiting(made.waiting)}</MessageBarBody>
            </MessageBar>
            {made.fictitiousTitles > 0 && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{t.fictitious(made.fictitiousTitles)}</MessageBarBody></MessageBar>}
            {made.rest > 0 && <MessageBar intent="warning"><MessageBarBody>{t.rest(made.rest)}</MessageBarBody></MessageBar>}
            {made.content && <div><Button size="small" onClick={() => save(fileOf(made), made.name)}>{t.saveAgain}</Button></div>}
            {made.leftOut.length > 0 && <div><p>{t.leftOut}</p><ul>{made.leftOut.map(one => <li key={one}>{one}</li>)}</ul></div>}
          </>
        )}
      </div>
    </section>
  );
}
