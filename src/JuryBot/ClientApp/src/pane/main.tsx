import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, type Signing } from "../app/App";
import { readConfig, type Config } from "../app/config";
import { Failed } from "../app/Failed";
import { languageOf } from "../app/preferences";
import "../ui/ui.css";
import { Outlook } from "./office";
import { Pane } from "./Pane";
import { prepare } from "./PanePages";

const root = createRoot(document.getElementById("root")!);

async function start() {
  // Most Outlooks need it: it is on its way while the configuration is read.
  const nested = import("./nestedSignIn");
  const config = await readConfig();
  // office.js takes the history away: whoever comes back from the sign-in page is received before.
  const back = new URLSearchParams(window.location.search).has("state") ? await redirected(config) : undefined;
  if (back === null) return;
  const outlook = await Outlook.load(config.officeScript);
  outlook.read().then(prepare, () => undefined);
  const signIn = back ?? (outlook.signsIn ? await (await nested).NestedSignIn.create(config) : await redirected(config));
  if (!signIn) return;
  root.render(
    <StrictMode>
      <App signIn={signIn} language={languageOf(config.language) ?? "fr"} frame={() => <Pane outlook={outlook} />} />
    </StrictMode>);
}

/** The sign-in page, for an Outlook that does not sign in itself; null when the page goes there, or is its hidden frame. */
async function redirected(config: Config): Promise<Signing | null> {
  const { SignIn } = await import("../app/signIn");
  const signIn = new SignIn(config, "pane.html");
  const arrival = await signIn.finish();
  if (arrival === "none") await signIn.start();
  return arrival === "signedIn" ? signIn : null;
}

start().catch((error: unknown) => {
  console.error(error);
  root.render(<Failed detail={error instanceof Error ? error.message : String(error)} />);
});
