import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "../app/texts";
import type { Context, Outlook } from "./office";
import { PanePages } from "./PanePages";
import { paneTexts } from "./paneTexts";

/** `item` counts the items: the pages of another one begin anew. */
type Reading = { context: Context; item: number } | "failed" | null;

/** JuryBot beside what is open in Outlook; it follows when another item is opened. */
export function Pane({ outlook }: { outlook: Outlook }) {
  const t = useTexts(paneTexts);
  const [reading, setReading] = useState<Reading>(null);
  const [turn, item] = [useRef(0), useRef(0)];
  const read = () => {
    const mine = ++turn.current;
    const set = (next: Reading) => { if (mine === turn.current) setReading(next); };
    outlook.read().then(context => set({ context, item: item.current }), () => set("failed"));
  };
  useEffect(() => {
    read();
    outlook.onTimeChanged(read);
    outlook.onItemChanged(() => { item.current++; read(); });
  }, [outlook]);
  if (reading === null) return <main className="main"><Spinner label={t.reading} /></main>;
  if (reading === "failed")
    return (
      <main className="main page">
        <h1>JuryBot</h1>
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{t.unread}</MessageBarBody>
          <MessageBarActions><Button size="small" onClick={read}>{t.retry}</Button></MessageBarActions>
        </MessageBar>
      </main>
    );
  return <PanePages key={reading.item} context={reading.context} />;
}
