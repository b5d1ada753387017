import type { ActionAnswer } from "../api/types";

/** What a person should see after a card action. */
export type Outcome =
  | { kind: "done" }
  | { kind: "card"; card: unknown }
  | { kind: "said"; text: string }
  | { kind: "refused"; text: string }
  | { kind: "signIn" }
  | { kind: "failed"; status: number }
  | { kind: "unreachable" };

const gone = [0, 408, 502, 503, 504];

const textOf = (value: unknown) =>
  typeof value === "string" ? value : typeof value === "object" && value !== null && "message" in value ? String(value.message) : "";

/** Reads an invoke's answer by its type, as the protocol names them; the HTTP status speaks when there is none. */
export function outcomeOf({ status, body }: ActionAnswer): Outcome {
  if (gone.includes(status)) return { kind: "unreachable" };
  switch (body?.type) {
    case "application/vnd.microsoft.card.adaptive":
      return { kind: "card", card: body.value };
    case "application/vnd.microsoft.activity.message":
      return { kind: "said", text: textOf(body.value) };
    case "application/vnd.microsoft.error":
    case "application/vnd.microsoft.error.preconditionFailed":
      return { kind: "refused", text: textOf(body.value) };
    case "application/vnd.microsoft.activity.loginRequest":
      return { kind: "signIn" };
  }
  const code = status >= 200 && status < 300 ? (body?.statusCode ?? status) : status;
  return code >= 200 && code < 300 ? { kind: "done" } : { kind: "failed", status: code };
}
