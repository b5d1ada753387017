import type { Kind, Parked, Finding, Seat, Altered } from "./types";

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

/** A sitting as a candidate of it sees it; `withdrawn` says in words that they are not convened there any more. */
export interface ConvocationOf {
  id: string;
  title: string;
  fictitious: boolean;
  withdrawn: string | null;
  start: string;
  end: string;
  place: string;
  joinUrl: string | null;
  group: string | null;
  advice: string;
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
