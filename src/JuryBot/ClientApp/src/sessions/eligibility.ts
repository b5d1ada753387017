import type { Candidate, Certification, Kind } from "../api/types";

export type Standing = "eligible" | "closedRoute" | "noIntermediate" | "acquired" | "notAskedFor" | "titled";

/** Whether a candidate is proposed for a session; the server decides when it is saved. */
export function standing(one: Candidate, certification: Certification, kind: Kind, block: string | null): Standing {
  const route = certification.routes.find(r => r.id === one.route);
  if (route && !route.open) return "closedRoute";
  if (one.award === "title") return "titled";
  if (kind === "final") return "eligible";
  if (block !== certification.synthesisBlock && one.blockAccess && block && !one.blockAccess.includes(block)) return "notAskedFor";
  const state = one.blocks.find(b => b.block === block)?.state;
  if (state === "acquired" || state === "certified") return "acquired";
  return route && !route.intermediateJuries ? "noIntermediate" : "eligible";
}

