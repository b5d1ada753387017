import type { ReactNode } from "react";

export type Tone = "neutral" | "good" | "warn" | "bad" | "info" | "done" | "violet" | "teal";

/** A short state as a coloured pill; the text says it too, colour never stands alone. */
export function Pill({ tone, title, children }: { tone: Tone; title?: string; children: ReactNode }) {
  return <span className={`pill ${tone}`} title={title}>{children}</span>;
}
