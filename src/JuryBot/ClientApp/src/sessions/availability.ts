import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Said = Schemas["Availability"];
export type HalfDay = Schemas["ShownHalfDay"];

/** A juror whose calendar cannot be read, or who was asked when it could not. */
export type AskedJuror = Schemas["PolledJuror"];

/** `open`: false once the session is convened: nobody is asked and nothing is answered any more. */
export type Availabilities = Schemas["SessionAvailability"];

/** Where a session's are. */
export type AvailabilityPath = `sessions/${string}/availability`;

/** Each answer with the sign that stands for it where colours cannot be told apart. */
export const signs: Record<Said, string> = { yes: "✓", ifNeedBe: "~", no: "✗" };
