/** The service's own shapes, by the names the pages use for them. Instants are ISO 8601 with offset, dates yyyy-MM-dd, times HH:mm. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Me = Schemas["Myself"];
export type Kind = Schemas["JuryKind"];
export type Registration = Schemas["Registration"];
export type Certification = Schemas["ShownCertification"];
export type Person = Schemas["ShownPerson"];

/** `blockAccess`: the blocks the candidate comes for; null for all of them and the title. */
export type Candidate = Schemas["ListedCandidate"];

/** Something that was given up, in words; it can be tried again. */
export type Parked = Schemas["Problem"];

/** What must still be done after an annulment. */
export type Annulled = Schemas["AnnulmentReport"];

export type CandidateRecord = Schemas["ShownRecord"];
export type Room = Schemas["MeetingRoom"];
export type Window = Schemas["ShownWindow"];
export type SessionSummary = Schemas["ListedSession"];

/** Candidates who share a deliverable and a slot. */
export type Group = Schemas["CandidateGroup"];

/** What a session is made of, everything said. */
export type SessionSettings = Omit<Schemas["SessionRequest"], "groups" | "lunch" | "break" | "deposits" | "remote" | "everyRoute"> & {
  groups: Group[];
  lunch: Schemas["ShownLunch"] | null;
  break: Schemas["Break"] | null;
  deposits: Schemas["ShownDepositTerm"] | null;
  remote: boolean;
  everyRoute: boolean;
};

export type Finding = Schemas["ShownFinding"];
export type Seat = Schemas["NamedSeat"];
export type PlannedSitting = Schemas["CheckedSitting"];
export type Plan = Schemas["ShownPlan"];

/** A plan beside others; `ifNeedBe`: names of those who come if need be. */
export type PlanProposal = Schemas["ShownProposal"];

/** What becomes of one sitting of a convened plan. */
export type ProposedSitting = Schemas["ChangedSitting"];

/** A change of a convened plan: worked out, read, then applied or put away. */
export type Revision = Schemas["ShownChange"];

export type Guest = Schemas["EventGuest"];
export type Altered = Schemas["ShownAlteration"];

/** A member who declined, and the sitting it is about. */
export type Decline = Schemas["ShownDecline"];

export type SittingSummary = Schemas["SittingSummary"];
export type Session = Schemas["ShownSession"];
