import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, type Signing } from "./app/App";
import { readConfig, type Config } from "./app/config";
import { Failed } from "./app/Failed";
import { languageOf } from "./app/preferences";
import { Shell } from "./app/Shell";
import "./ui/ui.css";

const root = createRoot(document.getElementById("root")!);

/** Nobody sees anything before they are known: either the app of the signed-in person, or the way to sign in. */
async function start() {
  const config = await readConfig();
  const signIn = isInTeams() ? await (await import("./app/teamsSignIn")).TeamsSignIn.create(config.hosts) : await redirected(config);
  if (!signIn) return;
  root.render(
    <StrictMode>
      <App signIn={signIn} language={languageOf(config.language) ?? "fr"} frame={Shell} />
    </StrictMode>);
}

/** Whether this is the tab of JuryBot's app: its manifest opens the page so. */
function isInTeams() {
  return window.parent !== window && new URLSearchParams(window.location.search).get("host") === "teams";
}

/** The sign-in page; null when the page goes there, or is the hidden frame of a renewal. */
async function redirected(config: Config): Promise<Signing | null> {
  const { SignIn } = await import("./app/signIn");
  const signIn = new SignIn(config);
  const arrival = await signIn.finish();
  if (arrival === "none") await signIn.start();
  return arrival === "signedIn" ? signIn : null;
}

start().catch((error: unknown) => {
  console.error(error);
  root.render(<Failed detail={error instanceof Error ? error.message : String(error)} />);
});
