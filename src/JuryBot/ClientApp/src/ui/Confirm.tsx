import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger, Spinner } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useState } from "react";
import { useTexts } from "../app/texts";
import { ProblemBar } from "./ProblemBar";
import { uiTexts } from "./uiTexts";

interface Props {
  trigger: ReactElement;
  title: string;
  /** The verb on the button that does it. */
  verb: string;
  disabled?: boolean;
  /** Says exactly what will happen. */
  children: ReactNode;
  act: { mutateAsync: () => Promise<unknown>; isPending: boolean; error: Error | null; reset: () => void };
}

/** Nothing irreversible happens before its consequences were read and the verb pressed. */
export function Confirm({ trigger, title, verb, disabled, children, act }: Props) {
  const t = useTexts(uiTexts);
  const [open, setOpen] = useState(false);
  const confirm = () => act.mutateAsync().then(() => setOpen(false), () => undefined);
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => { if (data.open) act.reset(); setOpen(data.open); }}>
      <DialogTrigger disableButtonEnhancement>{trigger}</DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="stack">
            {children}
            {act.error && <ProblemBar error={act.error} />}
          </DialogContent>
          <DialogActions fluid>
            <DialogTrigger disableButtonEnhancement>
              <Button disabled={act.isPending}>{t.cancel}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={disabled || act.isPending} onClick={() => void confirm()}
              icon={act.isPending ? <Spinner size="tiny" /> : undefined}>{verb}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
