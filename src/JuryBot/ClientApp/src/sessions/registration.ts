import type { Certification, Registration, Window } from "../api/types";

/** The registration that covers every day of the window; null means a written reason is needed. */
export function covering(certification: Certification | undefined, window: Pick<Window, "from" | "to">): Registration | null {
  return certification?.registrations.find(one => one.from <= window.from && window.to <= one.to) ?? null;
}
