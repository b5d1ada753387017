import type { Finding } from "../api/types";
import { useTexts } from "../app/texts";
import { uiTexts } from "./uiTexts";

/** What a check found, each quoting the sheet it rests on. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useTexts(uiTexts);
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map((one, i) => (
        <li key={i} className={one.severity}>
          <strong>{t.findings[one.severity]}</strong> {one.text}
          {one.quotation && <small>{t.sheet} <q lang="fr">{one.quotation}</q></small>}
        </li>
      ))}
    </ul>
  );
}
