import type { components } from "./schema";

export type RosterError = components["schemas"]["RosterFault"];

/** A refusal in the server's words (RFC 9457), or status 0 when the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly words: string | null,
    /** True when JuryBot's rules refused; the words then say why. */
    readonly isRefusal = false,
    readonly details: readonly string[] = [],
    readonly errors: readonly RosterError[] = [],
    readonly trace: string | null = null,
  ) {
    super(words ?? `HTTP ${status}`);
    this.name = "Problem";
  }

  /** True when the same request may succeed later; false when the server has decided. */
  get mayRetry() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  static async of(answer: Response): Promise<Problem> {
    const body: unknown = await answer.json().catch(() => null);
    if (typeof body !== "object" || body === null) return new Problem(answer.status, null);
    const { type, detail, title, details, errors, traceId } = body as Record<string, unknown>;
    const isRefusal = typeof type === "string" && type.startsWith("urn:jurybot:");
    return new Problem(
      answer.status,
      typeof detail === "string" && detail ? detail : isRefusal && typeof title === "string" ? title : null,
      isRefusal,
      Array.isArray(details) ? details as string[] : [],
      Array.isArray(errors) ? errors as RosterError[] : [],
      typeof traceId === "string" ? traceId : null,
    );
  }
}

export const problemOf = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, null);
