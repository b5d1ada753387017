import { MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useApi } from "../api/api";
import { useAct, useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { FileDrop } from "../roster/FileDrop";
import { Download } from "../ui/Download";
import { Loaded } from "../ui/Loaded";
import { Pill } from "../ui/Pill";
import { ProblemBar } from "../ui/ProblemBar";
import type { Fault } from "./documents";
import { documentTexts } from "./documentTexts";

/** The templates in use, and a check of another: every error with the control it is of. */
export function Templates() {
  const t = useTexts(documentTexts);
  const api = useApi();
  const query = useRead("documents/templates");
  const check = useAct((file: File, key) => {
    const form = new FormData();
    form.append("file", file);
    return api.post("documents/templates/checks", key, form);
  });
  return (
    <section className="card stack" aria-labelledby="templates">
      <h2 id="templates">{t.templates}</h2>
      <p className="quiet">{t.templatesAbout} {t.folder}</p>
      <FileDrop label={t.check} disabled={check.isPending} accept=".docx" formats={t.checkFormats} onFile={file => check.mutate(file)} />
      <div role="status" className="stack">
        {check.isPending && <Spinner size="small" label={t.checking(check.variables.name)} />}
        {check.error && !check.isPending && <ProblemBar error={check.error} retry={() => check.variables && check.mutate(check.variables)} />}
        {check.data && !check.isPending && (check.data.faults.length === 0
          ? <MessageBar intent="success"><MessageBarBody>{t.fits(check.data.file)}</MessageBarBody></MessageBar>
          : <Faults of={check.data.file} faults={check.data.faults} />)}
      </div>
      <details>
        <summary>{t.templatesShown}</summary>
        <Loaded query={query}>
          {({ templates }) => (
            <>
              {templates.filter(one => one.faults.length > 0).map(one => <Faults key={one.file} of={one.file} faults={one.faults} />)}
              <table className="list">
                <thead><tr><th>{t.document}</th><th>{t.language}</th><th>{t.source}</th><th>{t.file}</th></tr></thead>
                <tbody>{templates.map(one => (
                  <tr key={one.file}>
                    <td className="first">{textOf(t.kinds, one.kind)}</td>
                    <td data-label={t.language}>{textOf(t.languages, one.language)}</td>
                    <td data-label={t.source}>{one.own ? t.own : t.shipped} {one.faults.length > 0 && <Pill tone="bad">{t.wrong(one.faults.length)}</Pill>}</td>
                    <td data-label={t.file}>{one.faults.length === 0 ? <Download small path={`documents/templates/${one.file}`} name={one.file} text={one.file} /> : one.file}</td>
                  </tr>
                ))}</tbody>
              </table>
            </>
          )}
        </Loaded>
      </details>
    </section>
  );
}

function Faults({ of, faults }: { of: string; faults: readonly Fault[] }) {
  const t = useTexts(documentTexts);
  return (
    <>
      <MessageBar intent="error" layout="multiline"><MessageBarBody>{t.faults(of, faults.length)}</MessageBarBody></MessageBar>
      <table className="list">
        <thead><tr><th>{t.control}</th><th>{t.rule}</th></tr></thead>
        <tbody>{faults.map((fault, i) => <tr key={i}><td className="first said">{fault.control ?? "–"}</td><td className="said" data-label={t.rule}>{fault.text}</td></tr>)}</tbody>
      </table>
    </>
  );
}
