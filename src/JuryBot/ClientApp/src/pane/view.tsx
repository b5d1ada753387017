import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, type Signing } from "../app/App";
import { Failed } from "../app/Failed";
import { languageOf } from "../app/preferences";
import type { Outlook } from "./office";
import { Pane } from "./Pane";
import { firstReads } from "./PanePages";

const root = createRoot(document.getElementById("root")!);

export function show(signIn: Signing, outlook: Outlook, language: string) {
  root.render(
    <StrictMode>
      <App signIn={signIn} language={languageOf(language) ?? "fr"} frame={() => <Pane outlook={outlook} />}
        ahead={(me, read) => void outlook.read().then(context => firstReads(context, me).forEach(path => read(path)), () => undefined)} />
    </StrictMode>);
}

export function fail(detail: string) {
  root.render(<Failed detail={detail} />);
}
