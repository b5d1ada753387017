/**
 * Teams' side of what it and a tab say to each other by postMessage (Microsoft's Teams JavaScript library 2, as the library writes it): a request has an id, a function and its arguments; its answer
 * has the same id and arguments of its own. Without being asked, the host calls handlers that the tab has registered.
 */
export interface Request { id: number; uuidAsString?: string; func: string; args?: unknown[] }

interface Answer { id: number; uuidAsString?: string; args: unknown[] }

/** Who has the tab open, and how their Teams looks. */
export interface Client {
  theme: "default" | "dark";
  locale: string;
  person: { id: string; name: string; mail: string };
  /** A token for the app, as its manifest's webApplicationInfo asks for. */
  token: () => Promise<string>;
}

export const isRequest = (data: unknown): data is Request =>
  typeof data === "object" && data !== null && typeof (data as Request).id === "number" && typeof (data as Request).func === "string";

/** Null where Teams says nothing. */
export async function answer(request: Request, client: Client): Promise<Answer | null> {
  const args = await argumentsFor(request, client);
  return args && { id: request.id, uuidAsString: request.uuidAsString, args };
}

/** That the theme has changed. */
export const themeChange = (theme: Client["theme"]) => ({ func: "themeChange", args: [theme] });

async function argumentsFor({ func }: Request, { theme, locale, person, token }: Client): Promise<unknown[] | null> {
  switch (func) {
    case "initialize":
      return ["content", "web", JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), "2.0.1"];
    case "getContext":
      return [{
        theme, locale, entityId: "console", frameContext: "content", hostName: "Teams", hostClientType: "web", sessionId: "sandbox",
        userObjectId: person.id, userDisplayName: person.name, userPrincipalName: person.mail, loginHint: person.mail,
      }];
    case "authentication.getAuthToken":
      return token().then((given) => [true, given], () => [false, "resourceRequiresConsent"]);
    default:
      return null;
  }
}
