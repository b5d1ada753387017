import { type AuthenticationResult, BrowserCacheLocation, createNestablePublicClientApplication, InteractionRequiredAuthError, type IPublicClientApplication } from "@azure/msal-browser";
import type { Config } from "../app/config";

/** Outlook's own sign-in serves the pane (nested app authentication). Tokens stay in memory. */
export class NestedSignIn {
  readonly #scopes: string[];
  #held: Promise<AuthenticationResult> | null = null;

  private constructor(private readonly app: IPublicClientApplication, config: Config) {
    this.#scopes = config.scope.split(" ").filter(scope => scope.includes("/"));
  }

  static async create(config: Config): Promise<NestedSignIn> {
    const app = await createNestablePublicClientApplication({
      auth: { clientId: config.clientId, authority: config.authority.replace(/\/v2\.0\/?$/, "") },
      cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
    });
    const signIn = new NestedSignIn(app, config);
    if (await signIn.token() === null) await signIn.start();
    return signIn;
  }

  /** Null when the person must be asked. Outlook is asked anew a minute before a token expires. */
  async token(): Promise<string | null> {
    try {
      const held = await this.#held;
      if (held && held.expiresOn!.getTime() > Date.now() + 60_000) return held.accessToken;
      return (await (this.#held = this.app.acquireTokenSilent({ scopes: this.#scopes }))).accessToken;
    } catch (error) {
      this.#held = null;
      if (error instanceof InteractionRequiredAuthError) return null;
      throw error;
    }
  }

  async start(): Promise<void> {
    this.#held = this.app.acquireTokenPopup({ scopes: this.#scopes });
    await this.#held;
  }
}
