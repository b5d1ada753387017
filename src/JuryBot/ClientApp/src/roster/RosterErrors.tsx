import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { RosterError } from "../api/problem";
import { useTexts } from "../app/texts";
import { More } from "../ui/More";
import { rosterTexts } from "./rosterTexts";

/** Every error of a refused list, where it is in the file. */
export function RosterErrors({ errors }: { errors: readonly RosterError[] }) {
  const t = useTexts(rosterTexts);
  const sheets = errors.some(error => error.sheet);
  return (
    <>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody><MessageBarTitle>{t.refused(errors.length)}</MessageBarTitle> {t.refusedNext}</MessageBarBody>
      </MessageBar>
      <More items={errors}>
        {shown => (
          <div className="scroll" tabIndex={0} role="region" aria-label={t.refused(errors.length)}>
            <table className="list compact">
              <thead><tr>{sheets && <th>{t.sheet}</th>}<th className="number">{t.row}</th><th>{t.column}</th><th>{t.text}</th></tr></thead>
              <tbody>
                {shown.map((error, i) => (
                  <tr key={i}>
                    {sheets && <td>{error.sheet}</td>}
                    <td className="number">{error.row || "–"}</td><td>{error.column}</td><td>{error.text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </More>
    </>
  );
}
