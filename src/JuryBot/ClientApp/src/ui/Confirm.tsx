import { Button, Spinner } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { cloneElement, useEffect, useId, useRef, useState } from "react";
import { useApi } from "../api/api";
import { problemOf } from "../api/problem";
import { useTexts } from "../app/texts";
import { ProblemBar } from "./ProblemBar";
import { uiTexts } from "./uiTexts";

interface Props {
  trigger: ReactElement<{ onClick?: () => void }>;
  title: string;
  /** The verb on the button that does it. */
  verb: string;
  disabled?: boolean;
  /** Says exactly what will happen. */
  children: ReactNode;
  act: { mutateAsync: () => Promise<unknown>; isPending: boolean; error: Error | null; reset: () => void };
}

/**
 * Nothing irreversible happens before its consequences were read and the verb pressed: the title has the focus first, so that
 * they are read out, and Enter does nothing yet. The browser's own dialog: what it stands on may vanish with the act, and
 * Fluent's would leave the page hidden from screen readers then.
 */
export function Confirm({ trigger, title, verb, disabled, children, act }: Props) {
  const [open, setOpen] = useState(false);
  const ask = () => { act.reset(); setOpen(true); };
  return (
    <>
      {cloneElement(trigger, { onClick: ask })}
      {open && <Ask title={title} verb={verb} disabled={disabled} act={act} close={() => setOpen(false)}>{children}</Ask>}
    </>
  );
}

function Ask({ title, verb, disabled, children, act, close }: Omit<Props, "trigger"> & { close: () => void }) {
  const t = useTexts(uiTexts);
  const [heading, says] = [useId(), useId()];
  const [dialog, first] = [useRef<HTMLDialogElement>(null), useRef<HTMLHeadingElement>(null)];
  useEffect(() => {
    if (dialog.current?.open) return;
    dialog.current?.showModal();
    first.current?.focus();
  }, []);
  const api = useApi();
  const refused = useRef<string | null>(null);
  refused.current = act.error && problemOf(act.error).words;
  const leave = () => { refused.current = null; close(); };
  // What the dialog stands on may go with a refusal, when the page is read again: what was said of it is still to be read.
  useEffect(() => () => { if (refused.current) api.onNotice(refused.current); }, [api]);
  const confirm = () => act.mutateAsync().then(close, () => undefined);
  return (
    <dialog ref={dialog} className="ask" role="alertdialog" aria-labelledby={heading} aria-describedby={says} onClose={leave}
      onCancel={event => { if (act.isPending) event.preventDefault(); }}>
      <h2 id={heading} ref={first} tabIndex={-1}>{title}</h2>
      <div id={says} className="stack ask-says">
        {children}
        {act.error && <ProblemBar error={act.error} />}
      </div>
      <div className="ask-buttons">
        <Button disabled={act.isPending} onClick={leave}>{t.cancel}</Button>
        <Button appearance="primary" disabled={disabled || act.isPending} onClick={() => void confirm()}
          icon={act.isPending ? <Spinner size="tiny" /> : undefined}>{verb}</Button>
      </div>
    </dialog>
  );
}
