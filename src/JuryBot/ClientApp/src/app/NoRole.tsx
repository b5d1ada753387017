import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useTexts } from "./texts";
import { appTexts } from "./appTexts";

/** For someone JuryBot does not know, or who is neither coordinator nor director. */
export function NoRole({ mail }: { mail?: string }) {
  const t = useTexts(appTexts);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody><MessageBarTitle>{t.noRole}</MessageBarTitle> {t.noRoleNext(mail)}</MessageBarBody>
    </MessageBar>
  );
}
