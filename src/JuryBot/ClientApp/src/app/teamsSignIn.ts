import { app, authentication } from "@microsoft/teams-js";
import type { Host } from "./App";
import { languageOf, type Theme } from "./preferences";

const themeOf = (name: string): Theme => name === "dark" || name === "contrast" ? name : "light";

/** When a token expires, in milliseconds. */
const expiryOf = (token: string) =>
  (JSON.parse(atob(token.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/"))) as { exp: number }).exp * 1_000;

/** Teams signs the person in for the tab, and says its theme and language. Tokens stay in memory. */
export class TeamsSignIn {
  #held: { token: string; until: number } | null = null;

  private constructor(readonly host: Host) {}

  /** `hosts` are the sites that may show the page in a frame: what they say is listened to. */
  static async create(hosts: string[]): Promise<TeamsSignIn> {
    await app.initialize(hosts);
    const { theme, locale } = (await app.getContext()).app;
    const signIn = new TeamsSignIn({
      theme: themeOf(theme),
      language: languageOf(locale),
      onTheme: hear => app.registerOnThemeChangeHandler(name => hear(themeOf(name))),
    });
    if (await signIn.token() === null) await signIn.start();
    return signIn;
  }

  /** Null when the person must be asked. Teams is asked anew a minute before a token expires. */
  async token(): Promise<string | null> {
    if (!this.#held || this.#held.until < Date.now()) await this.#ask(true).catch(() => { this.#held = null; });
    return this.#held?.token ?? null;
  }

  /** Teams asks the person itself what it must. */
  start = () => this.#ask(false);

  async #ask(silent: boolean): Promise<void> {
    const token = await authentication.getAuthToken({ silent });
    this.#held = { token, until: expiryOf(token) - 60_000 };
  }
}
