import type { components } from "./schema";

type Schemas = components["schemas"];

/** `until`: the last moment for candidates; null where they deposit nothing. `readable`: the reader judges the candidate. */
export type Deposits = Schemas["SittingDeposits"];

export type PanelSeat = Schemas["ShownMember"];
export type Exam = Schemas["ShownExam"];
export type Sitting = Schemas["ShownSitting"];

/** A sitting as a member of its panel sees it: `role` is theirs, in words. */
export type SeatAt = Schemas["MemberSeat"];

/** `free`: null when their calendar cannot be read; `commitments`: other sittings of the session they are held for. */
export type Substitute = Schemas["Substitute"];
