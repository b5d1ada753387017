import type { Context } from "./office";

/** Each context loads what it shows; the console's other pages come when a link leads there. */
export const files = {
  convene: () => import("./Convene"),
  sender: () => import("./Sender"),
  seat: () => import("../sittings/SeatPage"),
  sitting: () => import("../sittings/SittingPage"),
  candidate: () => import("../candidates/CandidatePage"),
};

/** Loads what an item will most likely show while the person is still being signed in. */
export function prepare({ kind, ...context }: Context) {
  const sitting = "sitting" in context && context.sitting;
  const file = kind === "organiser" ? (sitting ? files.sitting : files.convene) : kind === "attendee" ? files.seat : kind === "message" ? files.sender : null;
  file?.().catch(() => undefined);
}
