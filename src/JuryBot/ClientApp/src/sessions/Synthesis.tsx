import type { Certification } from "../api/types";
import { useTexts } from "../app/texts";
import { formTexts } from "./formTexts";

/** Which block the final jury's dossier stands for is a setting, so the sheet's words are shown with it. */
export function Synthesis({ certification, advice }: { certification: Certification; advice: boolean }) {
  const t = useTexts(formTexts);
  return (
    <div className="notice">
      <p>{t.synthesis(certification.synthesisBlock)} {advice && t.synthesisAdvice}</p>
      <blockquote lang="fr">« {certification.synthesisQuotation.replace(/^«\s*|\s*»$/g, "")} »</blockquote>
    </div>
  );
}
