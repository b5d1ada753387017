import type { Signing } from "../app/App";
import { readConfig, type Config } from "../app/config";
import "../ui/ui.css";
import { prepare } from "./files";
import { Outlook } from "./office";

// What draws the pane is the most of it: it is on its way while Outlook is asked what lies open, and who looks at it.
const view = import("./view");

async function start() {
  // Most Outlooks need it: it is on its way while the configuration is read.
  const nested = import("./nestedSignIn");
  const config = await readConfig();
  // office.js takes the history away: whoever comes back from the sign-in page is received before.
  const back = new URLSearchParams(window.location.search).has("state") ? await redirected(config) : undefined;
  if (back === null) return;
  const outlook = await Outlook.load(config.officeScript);
  outlook.read().then(prepare, () => undefined);
  const signIn = back ? Promise.resolve(back) : outlook.signsIn ? nested.then(({ NestedSignIn }) => NestedSignIn.create(config)) : redirected(config);
  // What asks for a token waits for it: the pane stands meanwhile. Who is led to the sign-in page waits for nothing.
  const signedIn = signIn.then(one => one ?? new Promise<Signing>(() => undefined));
  (await view).show({ token: async () => (await signedIn).token(), start: async () => (await signedIn).start() }, outlook, config.language);
  await signIn;
}

/** The sign-in page, for an Outlook that does not sign in itself; null when the page goes there, or is its hidden frame. */
async function redirected(config: Config): Promise<Signing | null> {
  const { SignIn } = await import("../app/signIn");
  const signIn = new SignIn(config, "pane.html");
  const arrival = await signIn.finish();
  if (arrival === "none") await signIn.start();
  return arrival === "signedIn" ? signIn : null;
}

start().catch(async (error: unknown) => {
  console.error(error);
  (await view).fail(error instanceof Error ? error.message : String(error));
});
