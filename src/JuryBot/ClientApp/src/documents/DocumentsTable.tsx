import { Button } from "@fluentui/react-components";
import { ArrowRepeatAllRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { Download } from "../ui/Download";
import { More } from "../ui/More";
import { Pill } from "../ui/Pill";
import { ProblemBar } from "../ui/ProblemBar";
import { uiTexts } from "../ui/uiTexts";
import { useWhen } from "../ui/when";
import type { Issued, Of, OwnDocuments } from "./documents";
import { documentTexts } from "./documentTexts";

/** The latest first. `own`: where each may be asked for again, and is made anew when what it says has changed. */
export function DocumentsTable({ path, issued, nameOf, own }: { path: `${Of}/${string}/documents`; issued: readonly Issued[]; nameOf: (subject: string) => string; own: OwnDocuments | null }) {
  const t = useTexts(documentTexts);
  const ui = useTexts(uiTexts);
  const when = useWhen();
  const api = useApi();
  const again = useAct((one: Issued, key) => api.post(own!, key, { kind: one.kind, subject: one.subject, language: one.language, duplicate: false }));
  const latest = [...issued].sort((a, b) => b.at.localeCompare(a.at));
  const name = (one: Issued) => [textOf(t.kinds, one.kind), one.number ? t.number(one.number) : one.subject && nameOf(one.subject), one.duplicate > 0 && t.duplicate(one.duplicate)].filter(Boolean).join(" · ");
  return (
    <>
      <div role="status">
        {again.data && <p>{issued.some(one => one.sha256 === again.data.sha256 && one.at === again.variables.at) ? t.unchanged(name(again.data)) : t.issued(name(again.data))}</p>}
        {again.error && <ProblemBar error={again.error} retry={() => again.variables && again.mutate(again.variables)} />}
      </div>
      <More items={latest}>{some => (
        <table className="list">
          <thead><tr><th>{t.document}</th><th>{t.language}</th><th>{t.at}</th><th>{t.hash}</th><th>{t.file}</th></tr></thead>
          <tbody>
            {some.map(one => (
              <tr key={one.sha256}>
                <td className="first">{name(one)} {one.annulled && <Pill tone="bad">{t.annulled}</Pill>}</td>
                <td data-label={t.language}>{textOf(t.languages, one.language)}</td>
                <td data-label={t.at}>{when.moment(one.at)}</td>
                <td data-label={t.hash}><code className="hash">{one.sha256}</code></td>
                <td data-label={t.file}>
                  <div className="actions">
                    <Download small path={`${path}/${one.sha256}`} name={`${one.kind}.docx`} text={t.download} label={ui.of(t.download, `${name(one)}, ${when.moment(one.at)}`)} />
                    {own && one.duplicate === 0 && !one.annulled && (
                      <Button size="small" appearance="subtle" icon={<ArrowRepeatAllRegular />} disabled={again.isPending} aria-label={ui.of(t.again, name(one))}
                        onClick={() => again.mutate(one)}>{t.again}</Button>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}</More>
    </>
  );
}
