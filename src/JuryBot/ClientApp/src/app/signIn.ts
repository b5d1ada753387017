import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from "oidc-client-ts";
import type { Config } from "./config";


/** What the page looked like before it went to the sign-in page, to come back to the same place. */
interface Origin { search: string; hash: string }

/** Authorization code with PKCE. Tokens are in memory only; sessionStorage holds the state and verifier of a sign-in under way. */
export class SignIn {
  readonly #users: UserManager;
  readonly #home: string;
  #renewing: Promise<User | null> | null = null;

  /** `page` is the file under `/app/` that it comes back to. */
  constructor(config: Config, page = "") {
    this.#home = `${window.location.origin}${import.meta.env.BASE_URL}${page}`;
    this.#users = new UserManager({
      authority: config.authority,
      client_id: config.clientId,
      scope: config.scope,
      redirect_uri: this.#home,
      response_type: "code",
      response_mode: "query",
      loadUserInfo: false,
      automaticSilentRenew: false,
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    });
    this.#users.events.addAccessTokenExpiring(() => void this.#renew());
  }

  /** Whether someone has just come back from the sign-in page, or this is the hidden frame of a renewal. */
  async finish(): Promise<"signedIn" | "renewed" | "none"> {
    const search = new URLSearchParams(window.location.search);
    if (!search.has("state") || !(search.has("code") || search.has("error"))) return "none";
    const user = await this.#users.signinCallback() as User | undefined;
    if (!user) return "renewed";
    const origin = user.state as Origin | undefined;
    window.history.replaceState(null, "", `${this.#home}${origin?.search ?? ""}${origin?.hash ?? ""}`);
    return "signedIn";
  }

  async start(): Promise<void> {
    const search = new URLSearchParams(window.location.search);
    const loginHint = search.get("login_hint") ?? undefined;
    for (const name of ["code", "state", "error", "error_description", "session_state", "iss"]) search.delete(name);
    const text = search.toString();
    await this.#users.signinRedirect({
      login_hint: loginHint,
      ui_locales: search.get("lang") ?? undefined,
      state: { search: text ? `?${text}` : "", hash: window.location.hash } satisfies Origin,
    });
  }

  /** Null when the person must sign in again. */
  async token(): Promise<string | null> {
    let user = await this.#users.getUser();
    if (user?.expired) user = await this.#renew();
    return user && !user.expired ? user.access_token : null;
  }

  /** A new token in a hidden frame for the same person, without asking them; null when the tenant wants to ask. */
  #renew(): Promise<User | null> {
    return this.#renewing ??= this.#users.getUser()
      .then(user => this.#users.signinSilent({ login_hint: user?.profile.preferred_username }))
      .catch(() => null)
      .finally(() => { this.#renewing = null; });
  }
}
