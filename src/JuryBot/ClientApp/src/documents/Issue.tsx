import { Button, Checkbox, Field, MessageBar, MessageBarBody, Select } from "@fluentui/react-components";
import { useContext, useState } from "react";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import { LanguageContext, useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import type { Choice, Issued, OwnDocuments } from "./documents";
import { documentTexts } from "./documentTexts";

export function Issue({ path, choices, known }: { path: OwnDocuments; choices: readonly Choice[]; known: readonly Issued[] }) {
  const t = useTexts(documentTexts);
  const api = useApi();
  const [chosen, setChosen] = useState("");
  const [language, setLanguage] = useState<string>(useContext(LanguageContext));
  const [duplicate, setDuplicate] = useState(false);
  const [said, setSaid] = useState("");
  const choice = choices.find((_, i) => `${i}` === chosen);
  const act = useAct(
    (one: Choice, key) => api.post(path, key, { kind: one.kind, subject: one.subject, language, duplicate: duplicate && one.kind === "parchment" }),
    (answer, one) => setSaid(known.some(before => before.sha256 === answer.sha256) ? t.unchanged(one.name) : t.issued(one.name)),
    `${language} ${duplicate}`);
  return (
    <section className="card stack" aria-labelledby="issue">
      <h2 id="issue">{t.issueTitle}</h2>
      <div className="columns">
        <Field label={t.which} required>
          <Select value={chosen} onChange={(_, data) => { setChosen(data.value); setSaid(""); }}>
            <option value="">{t.choose}</option>
            {choices.map((one, i) => <option key={i} value={i}>{one.name}</option>)}
          </Select>
        </Field>
        <Field label={t.language}>
          <Select value={language} onChange={(_, data) => setLanguage(data.value)}>
            {Object.entries(t.languages).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          </Select>
        </Field>
      </div>
      {choice?.kind === "parchment" && <Checkbox checked={duplicate} label={t.asDuplicate} onChange={(_, data) => setDuplicate(data.checked === true)} />}
      <div><Button appearance="primary" disabled={!choice || act.isPending} onClick={() => choice && act.mutate(choice)}>{t.issue}</Button></div>
      <div role="status">
        {act.error ? <ProblemBar error={act.error} retry={() => choice && act.mutate(choice)} />
          : said && <MessageBar intent="success" layout="multiline"><MessageBarBody>{said}</MessageBarBody></MessageBar>}
      </div>
    </section>
  );
}
