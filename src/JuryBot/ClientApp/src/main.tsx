import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { readConfig } from "./app/config";
import { Failed } from "./app/Failed";
import { languageOf } from "./app/preferences";
import { Shell } from "./app/Shell";
import { SignIn } from "./app/signIn";
import "./ui/ui.css";

const root = createRoot(document.getElementById("root")!);

/** Nobody sees anything before they are known: either the app of the signed-in person, or the way to sign in. */
async function start() {
  const config = await readConfig();
  const signIn = new SignIn(config);
  const arrival = await signIn.finish();
  if (arrival === "renewed") return;
  if (arrival === "none") return signIn.start();
  root.render(
    <StrictMode>
      <App signIn={signIn} language={languageOf(config.language) ?? "fr"} frame={Shell} />
    </StrictMode>);
}

start().catch((error: unknown) => {
  console.error(error);
  root.render(<Failed detail={error instanceof Error ? error.message : String(error)} />);
});
