import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useApi } from "../api/api";
import { useTexts } from "../app/texts";
import { uiTexts } from "./uiTexts";

/** What the server said with its last answer: that what was decided is saved, and goes out later. */
export function Notice() {
  const t = useTexts(uiTexts);
  const api = useApi();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    api.onNotice = setSaid;
    return () => { api.onNotice = () => {}; };
  }, [api]);
  return (
    <div role="status">
      {said && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{said}</MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={t.close} onClick={() => setSaid(null)} />} />
        </MessageBar>
      )}
    </div>
  );
}
