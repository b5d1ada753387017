/** Shapes of JuryBot's HTTP API. Instants are ISO 8601 with offset, dates yyyy-MM-dd, times HH:mm. */
import type { PanelSeat } from "./sittingTypes";

export interface Me {
  person: string;
  name: string;
  mail: string;
  roles: string[];
  language: string;
  timeZone: string;
  organisation: { name: string; timeZone: string; language: string };
}

export interface Named { id: string; name: string }
export type Kind = "intermediate" | "final";
export interface Registration { from: string; to: string; act: string; fictitious: boolean }

export interface Certification {
  id: string;
  code: string;
  title: string;
  blocks: { id: string; title: string; groupWork: boolean }[];
  synthesisBlock: string;
  synthesisQuotation: string;
  routes: (Named & { open: boolean; intermediateJuries: boolean })[];
  roles: Record<Kind, (Named & { capacity: string; appointedByDirector: boolean })[]>;
  registrations: Registration[];
}

export interface Person {
  id: string;
  name: string;
  mail: string;
  capacities: string[] | null;
  college: string | null;
  external: boolean | null;
  employer: string | null;
  roles: string[];
  reachable: boolean;
}

export interface Candidate {
  id: string;
  name: string;
  mail: string;
  /** Rests on an example registration: to be marked. */
  fictitious: boolean;
  route: string;
  promotion: string;
  /** The blocks the candidate comes for; null for all of them and the title. */
  blockAccess: string[] | null;
  blocks: { block: string; state: string }[];
  award: string | null;
  hasAccount: boolean;
  reachable: boolean;
}

/** Something that was given up, in words; it can be tried again. */
export interface Parked { id: string; text: string; at: string }

/** What must still be done after an annulment. */
export interface Annulled { toDo: { idTechnique: string; state: string; toDo: string }[] }

export interface CandidateRecord {
  problems: Parked[];
  id: string;
  name: string;
  /** Rests on an example registration: to be marked. */
  fictitious: boolean;
  route: string;
  promotion: string;
  blocks: {
    block: string;
    title: string;
    state: string;
    history: { sitting: string; kind: Kind; outcome: string; at: string; reason: string | null; published: boolean; annulled: boolean }[];
  }[];
  award: { outcome: string; at: string; reason: string | null; published: boolean } | null;
  /** Before certification juries; `presentation` null for who did not come, and where it was not kept. */
  appearances: { sitting: string; promotion: string; at: string; presence: string; presentation: string | null; lateReason: string | null; annulled: boolean }[];
  certificates: { block: string; number: string; at: string; annulled: boolean }[];
}

export interface Room { mail: string; name: string; site: string | null }
export interface Window { from: string; to: string; dayFrom: string; dayTo: string }
/** A pause at midday, local times; null where there is none. */
export type Lunch = { from: string; to: string } | null;
/** Minutes a panel is owed after so many exams. */
export type Break = { afterExams: number; minutes: number } | null;
/** Until when candidates deposit what their jury reads: days before the sitting, or a moment; null where they deposit nothing. */
export type DepositTerm = { daysBefore: number; until: string | null } | null;
export type SessionState = "draft" | "planning" | "planned" | "convening" | "convened";

export interface SessionSummary {
  id: string;
  certification: string;
  /** Rests on an example registration: to be marked. */
  fictitious: boolean;
  promotion: string;
  kind: Kind;
  block: string | null;
  window: Window;
  state: SessionState;
  candidates?: number;
  progress?: { done: number; total: number };
  presidents?: unknown[];
}

/** Candidates who share a deliverable and a slot. */
export interface Group { name: string; candidates: string[] }

export interface SessionSettings {
  certification: string;
  promotion: string;
  kind: Kind;
  block: string | null;
  window: Window;
  candidates: string[];
  groups: Group[];
  rooms: string[];
  examMinutes: number;
  candidatesPerSitting: number;
  lunch: Lunch;
  break: Break;
  deposits: DepositTerm;
  /** Whether candidates are heard in a Teams meeting. */
  remote: boolean;
  /** Whether routes without intermediate juries have this one too. */
  everyRoute: boolean;
  reason?: string;
}

export interface Finding { rule: string; severity: "warning" | "error"; text: string; quotation: string | null }
export interface Seat { role: string; roleName: string; person: string; name: string }

export interface PlannedSitting {
  start: string;
  end: string;
  room: string;
  roomName: string;
  panel: Seat[];
  candidates: (Named & { start: string; end: string; group: string | null })[];
  findings: Finding[];
}

export interface Plan {
  status: string;
  scheduled: number;
  bound: number | null;
  seconds: number | null;
  /** Jurors left out because nothing was known of their time. */
  unknownJurors: number;
  /** Sittings where a move by hand left a rule broken, and those put by hand. */
  conflicts: number;
  pinned: number;
  sittings: PlannedSitting[];
  unscheduled: LeftOut[];
  /** Fingerprint of the plan with its proposals. */
  sha256: string;
  /** What a panel must be, in the sheet's words. */
  rule: string;
  /** The plan and what may be taken in its place; none when there is nothing to compare. */
  proposals: PlanProposal[];
}

/** A plan beside others. */
export interface PlanProposal {
  number: number;
  taken: boolean;
  sittings: PlannedSitting[];
  /** Names of those who come if need be. */
  ifNeedBe: string[];
}

/** Who has no place, why, and what was tried and would help. */
export interface LeftOut { candidates: Named[]; because: string[]; proven: boolean; repairs: string[] }

/** What becomes of one sitting of a convened plan. */
export interface ProposedSitting {
  id: string;
  /** It stays because it has begun or is about to. */
  begun: boolean;
  change: "kept" | "changed" | "new" | "cancelled";
  moves: boolean;
  changesRoom: boolean;
  changesPanel: boolean;
  changesCandidates: boolean;
  before: Omit<PlannedSitting, "findings"> | null;
  after: Omit<PlannedSitting, "findings"> | null;
}

/** A change of a convened plan: worked out, read, then applied or put away. */
export interface Revision {
  request: string;
  state: "working" | "proposed" | "applying" | "applied";
  /** Where the coordinator put sittings by hand; local times. */
  moves: { sitting: string; start: string; room: string }[];
  done: number;
  /** Steps that carry it out; 0 when it changes nothing. */
  total: number;
  /** Why there is no proposal, in words. */
  problem: string | null;
  refused: { sitting: string | null; text: string }[];
  sittings: ProposedSitting[] | null;
  people: { person: string; name: string; kind: "juror" | "candidate"; lines: string[] }[] | null;
  unscheduled: LeftOut[] | null;
}

export interface Guest { name: string; mail: string; room: boolean }

export interface Altered { candidate: string | null; at: string; kept: boolean; subject: string | null; place: string | null; added: Guest[]; removed: Guest[] }

/** A member who declined, and the sitting it is about. */
export interface Decline extends Seat { sitting: string; start: string; roomName: string; response: PanelSeat["response"] }

export interface SittingSummary {
  id: string;
  start: string;
  end: string;
  roomName: string;
  exams: number;
  state: string;
  accepted: number;
  declined: number;
  pending: number;
  sheetsSubmitted: number;
  sheetsExpected: number;
  decided: number;
  published: boolean;
}

export interface Session extends Omit<SessionSummary, "candidates"> {
  presidents: { person: string; name: string; by: string; at: string }[];
  plan: Plan | null;
  problems: Parked[];
  /** People whom Teams did not reach with something. */
  notReachable: Named[];
  /** Why the last planning gave no plan, or convening stopped, in words. */
  planProblem: string | null;
  sittings: SittingSummary[];
  revision: Revision | null;
  declines: Decline[];
  /** Candidates of a convened session whom no sitting hears. */
  waiting: Named[];
  candidates: Named[];
  groups: Group[];
  rooms?: string[];
  examMinutes: number;
  candidatesPerSitting: number;
  lunch: Lunch;
  break: Break;
  deposits: DepositTerm;
  remote: boolean;
  /** Whether routes without intermediate juries have this one too. */
  everyRoute: boolean;
  reason?: string | null;
}
