import { Page } from "../ui/Page";
import { useTexts } from "./texts";
import { appTexts } from "./appTexts";

/** For someone JuryBot does not know, or who is neither coordinator nor director. */
export function NoRole({ mail }: { mail?: string }) {
  const t = useTexts(appTexts);
  return <Page title={t.noRole} fictitious={false}><p>{t.noRoleNext(mail)}</p></Page>;
}
