import { Link } from "wouter";
import { useTexts } from "../app/texts";
import { uiTexts } from "./uiTexts";

/** The pages beside this one, of the same session, sitting or candidate. */
export function Also({ of, declarations }: { of: string; declarations?: boolean }) {
  const t = useTexts(uiTexts).also;
  return (
    <nav className="inline" aria-label={t.title}>
      <Link href={`/${of}/documents`}>{t.documents}</Link>
      <Link href={`/${of}/ledger`}>{t.ledger}</Link>
      {declarations && <Link href={`/${of}/declarations`}>{t.declarations}</Link>}
    </nav>
  );
}
