import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useTexts } from "../app/texts";
import { uiTexts } from "./uiTexts";

const step = 200;

/** The beginning of a long list, so that a promotion of a thousand stays quick on a phone. */
export function More<T>({ items, children }: { items: readonly T[]; children: (shown: readonly T[]) => ReactNode }) {
  const t = useTexts(uiTexts);
  const [shown, setShown] = useState(step);
  return (
    <>
      {children(items.slice(0, shown))}
      {items.length > shown &&
        <Button onClick={() => setShown(shown + step)}>{t.showMore(items.length - shown)}</Button>}
    </>
  );
}
