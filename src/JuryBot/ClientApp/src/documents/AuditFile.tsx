import { Button, Field, ProgressBar, Select } from "@fluentui/react-components";
import { FolderZipRegular } from "@fluentui/react-icons";
import { useContext, useState } from "react";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import { LanguageContext, useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { documentTexts } from "./documentTexts";

const atMost = 10;

/** Asks for an audit file part by part, so that no request lasts and the page says how far it is. */
export function AuditFile({ session }: { session: string }) {
  const t = useTexts(documentTexts);
  const api = useApi();
  const [language, setLanguage] = useState<string>(useContext(LanguageContext));
  const [left, setLeft] = useState<{ now: number; first: number } | null>(null);
  const act = useAct(async (_: void, key) => {
    setLeft(null);
    for (;;) {
      const answer = await api.post(`sessions/${session}/documents`, key, { kind: "audit", language, duplicate: false, atMost });
      if (!("remaining" in answer)) return answer;
      setLeft(before => ({ now: answer.remaining, first: before?.first ?? answer.remaining + atMost }));
    }
  }, undefined, language);
  return (
    <section className="card stack" aria-labelledby="audit">
      <h2 id="audit">{t.auditTitle}</h2>
      <p className="quiet">{t.auditAbout}</p>
      <Field label={t.language} className="short">
        <Select value={language} disabled={act.isPending} onChange={(_, data) => setLanguage(data.value)}>
          {Object.entries(t.languages).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </Field>
      <div><Button appearance="primary" icon={<FolderZipRegular />} disabled={act.isPending} onClick={() => act.mutate()}>{t.auditVerb}</Button></div>
      {act.isPending && (
        <div className="progress">
          <ProgressBar value={left ? 1 - left.now / left.first : undefined} aria-label={t.auditTitle} />
          <small role="status">{left ? t.auditLeft(left.now) : t.auditUnder} {t.auditStay}</small>
        </div>
      )}
      {act.error ? <><ProblemBar error={act.error} retry={() => act.mutate()} /><p className="quiet">{t.auditStopped}</p></>
        : act.isSuccess && <p role="status">{t.issued(t.auditTitle)}</p>}
    </section>
  );
}
