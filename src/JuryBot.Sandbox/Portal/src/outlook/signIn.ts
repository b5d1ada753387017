import { post } from "../api/http";
import type { Person } from "../api/types";

/** What a nested app asks of its host's sign-in, by MSAL.js. */
interface Request {
  method: "GetInitContext" | "GetToken" | "GetTokenPopup";
  requestId: string;
  tokenParams?: { clientId: string; scope: string };
}

interface Grant {
  token: { access_token: string; id_token: string; expires_in: number; scope: string };
  account: { homeAccountId: string; environment: string; tenantId: string };
}

/** The answer to a nested app's request, for the person whose Outlook this is: they are signed in already. */
export async function answerSignIn(person: Person, text: string): Promise<string> {
  const { method, requestId, tokenParams } = JSON.parse(text) as Request;
  const answer = { messageType: "NestedAppAuthResponse", requestId };
  if (method === "GetInitContext")
    return JSON.stringify({ ...answer, success: true, initContext: { sdkName: "sandbox", sdkVersion: "1.0.0", capabilities: { queryAccount: false } } });
  try {
    const grant = await post<Grant>(`/api/people/${encodeURIComponent(person.id)}/token`, tokenParams);
    return JSON.stringify({ ...answer, success: true, ...grant });
  } catch {
    return JSON.stringify({ ...answer, success: false, error: { status: "PERSISTENT_ERROR", code: "invalid_request", description: "The sandbox gives no such token." } });
  }
}
