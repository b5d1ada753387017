import type { Kind } from "../api/types";

export type Verdict = "proposal" | "block" | "title";
export interface Rate { verdict: Verdict; by: "block" | "route" | "year"; key: string; passed: number; total: number; rate: number; low: number; high: number }
export interface Severity { juror: string; name: string | null; exams: number; mean: number; median: number; low: number; high: number }
/** In days. */
export interface Delay { count: number; mean: number; median: number; ninetiethPercentile: number }

export interface Statistics {
  fictitious: boolean;
  sessions: { id: string; promotion: string; fictitious: boolean; kind: Kind; block: string | null }[];
  /** How many sessions to skip for the earlier ones; null when there are none. */
  next: number | null;
  rates: Rate[];
  severity: { minimumExams: number; jurors: Severity[] };
  delays: { toDecision: Delay | null; toPublication: Delay | null };
}
