import type { SessionSummary } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { sessionTexts } from "./sessionTexts";

export function useSessionName() {
  const t = useTexts(sessionTexts);
  return (session: Pick<SessionSummary, "kind" | "block" | "promotion">) =>
    t.name(textOf(t.kinds, session.kind), session.kind === "intermediate" ? session.block : null, session.promotion);
}
