import type { components } from "./schema";

type Schemas = components["schemas"];

export type DepositedFile = Schemas["DepositedFile"];

/** Files deposited together; the last version is in force. `by`: name of the member who deposited for their group. */
export type Deposit = Schemas["ShownDeposit"];

/** `until`: the last moment for candidates; null where they deposit nothing. `readable`: the reader judges the candidate. */
export type Deposits = Schemas["SittingDeposits"];

export type PanelSeat = Schemas["ShownMember"];
export type Exam = Schemas["ShownExam"];
export type Sitting = Schemas["ShownSitting"];

/** A sitting as a member of its panel sees it: `role` is theirs, in words. */
export type SeatAt = Schemas["MemberSeat"];

/** A sitting as a candidate of it sees it; `withdrawn` says in words that they are not convened there any more. */
export type ConvocationOf = Schemas["OwnConvocation"];

export type OwnSheet = Schemas["OwnSheet"];

/** `free`: null when their calendar cannot be read; `commitments`: other sittings of the session they are held for. */
export type Substitute = Schemas["Substitute"];
