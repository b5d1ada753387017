import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useTexts } from "../app/texts";
import type { Kept } from "./kept";
import { uiTexts } from "./uiTexts";

/** That a form is as it was left, unsaved; and a way to a blank one. */
export function Resumed({ form }: { form: Pick<Kept<unknown>, "resumed" | "startOver"> }) {
  const t = useTexts(uiTexts);
  if (!form.resumed) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{t.resumed}</MessageBarBody>
      <MessageBarActions><Button size="small" onClick={form.startOver}>{t.startOver}</Button></MessageBarActions>
    </MessageBar>
  );
}
