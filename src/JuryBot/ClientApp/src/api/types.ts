/** Shapes of JuryBot's HTTP API. Instants are ISO 8601 with offset, dates yyyy-MM-dd, times HH:mm. */

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
  sittings: PlannedSitting[];
  unscheduled: LeftOut[];
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
  reason?: string | null;
}

export interface DepositedFile { name: string; mediaType: string; size: number; sha256: string }
/** Files deposited together; the last version is in force. */
export interface Deposit {
  version: number; at: string; onBehalf: boolean; reason: string | null; files: DepositedFile[];
  /** Name of the member who deposited for their group; null otherwise. */
  by: string | null;
}
export interface Deposits {
  /** The last moment for candidates; null where they deposit nothing. */
  until: string | null;
  /** `readable`: the reader judges the candidate. */
  exams: { candidate: string; name: string; group: string | null; kind: "dossier" | "livret2" | "deliverables"; readable: boolean; deposits: Deposit[] }[];
}

export interface PanelSeat extends Seat {
  mail: string;
  external: boolean;
  college: string | null;
  employer: string | null;
  response: "none" | "accepted" | "tentative" | "declined";
  /** Since when they are asked to come at this time. */
  invitedAt: string | null;
  /** Whether somebody took them off the invitation in Outlook, though they sit. */
  uninvited: boolean;
  present: boolean | null;
}

export interface Exam {
  candidate: string;
  name: string;
  route: string;
  start: string;
  end: string;
  state: string;
  sheets: { person: string; submitted: boolean }[];
  decisions: { block: string; acquired: boolean; reason: string | null }[] | null;
  award: { awarded: boolean; reason: string | null } | null;
  recusals: { person: string; name: string; reason: string; at: string }[];
  waivers: { person: string; name: string; reason: string; at: string }[];
  presence: string | null;
  /** What the candidate presented to a certification jury that has decided. */
  presentation: string | null;
  /** The candidate's answer to their convocation. */
  response: PanelSeat["response"];
  /** Since when they are convened at this time. */
  convenedAt: string | null;
  away: { person: string; name: string; kind: string; reason: string | null; at: string }[];
  /** Why it ended without a decision. */
  ending: { kind: string; reason: string | null; at: string } | null;
  /** Decisions that the director annulled, oldest first. */
  annulled: { reason: string; at: string; anew: boolean }[];
  /** What the rules say of the panel a recusal leaves. */
  findings: Finding[];
  /** The candidate asked to see what was written of them. */
  assessment: { at: string; grantedAt: string | null } | null;
}

export interface Sitting {
  id: string;
  session: string;
  /** Rests on an example registration: to be marked. */
  fictitious: boolean;
  kind: Kind;
  block: string | null;
  start: string;
  end: string;
  room: string;
  roomName: string;
  state: string;
  published: boolean;
  panel: PanelSeat[];
  findings: Finding[];
  exams: Exam[];
  /** False while the jury's event is still on its way to the calendar. */
  eventSent: boolean;
  /** Invitations that somebody moved or cancelled in Outlook, until it is decided what shall be; `candidate` null for the jury's. */
  displaced: { candidate: string | null; start: string | null; end: string | null; gone: boolean; at: string }[];
  /** What somebody changed by hand in invitations, whether it is kept or waits for a decision; `candidate` null for the jury's. */
  altered: Altered[];
  replacements: { name: string; replacedBy: string; at: string }[];
  /** Whom the minutes of a closed sitting wait for; with when they last acknowledged them, and whether as they stand (`current`). */
  acknowledgements: { person: string; name: string; at: string | null; current: boolean; fingerprint: string | null }[];
  /** Reminders given, with `given`, and to come, with `planned`; `person` null for the coordination. */
  reminders: { kind: string; person: string | null; name: string | null; given: string | null; escalatedAt: string | null; planned: string | null }[];
  problems: Parked[];
}

/** A sitting as a member of its panel sees it: `role` is theirs, in words. */
export interface SeatAt {
  id: string;
  title: string;
  fictitious: boolean;
  start: string;
  end: string;
  place: string;
  state: string;
  role: string;
  response: PanelSeat["response"];
  /** Whether their declaration of independence covers everybody they judge. */
  declared: boolean;
  panel: Seat[];
  exams: {
    candidate: string; name: string; route: string; group: string | null; start: string; end: string; postponed: boolean;
    /** Whether they judge the candidate. */
    judges: boolean;
    /** Their own; null before they wrote anything. */
    sheet: OwnSheet | null;
  }[];
}

export interface OwnSheet {
  state: string;
  savedAt: string;
  submittedAt: string | null;
  marks: { criterion: string; text: string | null; judgment: string | null; mark: number | null; comment: string | null }[];
  overall: string | null;
}

export interface Substitute {
  person: string;
  name: string;
  employer: string | null;
  free: boolean | null;
  /** Other sittings of the session they are held for. */
  commitments: number;
  findings: Finding[];
}
