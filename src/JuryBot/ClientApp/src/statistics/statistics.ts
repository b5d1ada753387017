import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Verdict = Schemas["Verdict"];
export type Rate = Schemas["ShownRate"];
export type Severity = Schemas["SevereJuror"];
/** In days. */
export type Delay = Schemas["Distribution"];

/** `next`: how many sessions to skip for the earlier ones; null when there are none. */
export type Statistics = Schemas["ShownStatistics"];
