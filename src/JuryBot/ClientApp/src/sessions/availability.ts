export type Said = "yes" | "ifNeedBe" | "no";

export interface HalfDay { key: string; date: string; isMorning: boolean; from: string; to: string }

/** A juror whose calendar cannot be read, or who was asked when it could not. */
export interface AskedJuror {
  person: string;
  name: string;
  mail: string;
  reason: "noAccount" | "unreadable" | "readable";
  channel: "teams" | "mail";
  asked: string[];
  /** When their poll closes by itself; null for one that only the convening closes. */
  until: string | null;
  open: boolean;
  remindedAt: string | null;
  /** When the coordination was told that the reminder had stayed without effect. */
  escalatedAt: string | null;
  answers: Record<string, Said> | null;
  answeredAt: string | null;
  /** Who entered the answers for the juror; null when they answered themselves. */
  enteredBy: string | null;
}

export interface Availabilities {
  /** False once the session is convened: nobody is asked and nothing is answered any more. */
  open: boolean;
  halfDays: HalfDay[];
  jurors: AskedJuror[];
}

/** Each answer with the sign that stands for it where colours cannot be told apart. */
export const signs: Record<Said, string> = { yes: "✓", ifNeedBe: "~", no: "✗" };
