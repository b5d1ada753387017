import type { PanelSeat } from "../api/sittingTypes";
import type { Tone } from "./Pill";

/** How an answer to an invitation looks. */
export const responseTones: Record<PanelSeat["response"], Tone> = { none: "neutral", accepted: "good", tentative: "warn", declined: "bad" };
