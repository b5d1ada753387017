import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, Textarea } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { useAct } from "../api/use";
import type { Annulled } from "../api/types";
import { isDirector, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Confirm } from "./Confirm";
import { uiTexts } from "./uiTexts";

interface Props {
  annul: (reason: string, key: string) => Promise<Annulled>;
  /** What else was chosen: another choice is another act. */
  about?: string;
  /** The question: what would fall. */
  title: string;
  /** What follows, before anything is done. */
  says: string;
  /** What else is to be chosen. */
  children?: ReactNode;
}

/** The director's annulment: nothing falls without a written reason, what was decided stays in the history, and what else must be done is said at once. */
export function Annul({ annul, about, title, says, children }: Props) {
  const t = useTexts(uiTexts).annul;
  const director = isDirector(useMe());
  const [reason, setReason] = useState("");
  const [annulled, setAnnulled] = useState<Annulled | null>(null);
  const act = useAct((_: void, key) => annul(reason, key), setAnnulled, JSON.stringify([about, reason]));
  if (!director) return null;
  return (
    <>
      <Confirm act={act} title={title} verb={t.verb} disabled={reason.trim() === ""}
        trigger={<Button size="small" appearance="subtle" icon={<ArrowUndoRegular />}>{t.verb}…</Button>}>
        <p>{says}</p>
        {children}
        <Field label={t.reason} required hint={t.reasonHint}>
          <Textarea value={reason} maxLength={1000} rows={3} onChange={(_, data) => setReason(data.value)} />
        </Field>
        <p className="quiet">{t.history}</p>
      </Confirm>
      {annulled && annulled.toDo.length > 0 && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{t.toDo}</MessageBarTitle>
            <ul>{annulled.toDo.map(one => <li key={one.idTechnique}>{one.toDo}</li>)}</ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
