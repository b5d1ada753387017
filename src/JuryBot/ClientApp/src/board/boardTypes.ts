/** The plan board of a session. Moments are local to the organisation, yyyy-MM-ddTHH:mm, so that text order is time's order. */
import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Range = Schemas["LocalRange"];

/** `stays`: it has begun, is about to, or is new: it is not moved. `pinned`: put there by hand. `was`: where it is convened, when the proposal moves it. */
export type BoardSitting = Schemas["BoardSitting"];

export type BoardRoom = Schemas["BoardRoom"];

/** `seen`: fingerprint of the plan shown; `stretches`: of a day, HH:mm, nothing runs over from one to the next; `words`: the rules', with {0} for whom, {1} for when, {2} for where. */
export type Board = Schemas["ShownBoard"];

/** Where a sitting may be put: a day, a room's address, minutes since midnight. */
export interface Place { day: string; room: string; minutes: number }
