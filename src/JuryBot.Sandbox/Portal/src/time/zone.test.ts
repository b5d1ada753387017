import { describe, expect, it } from "vitest";
import { addDays, instantOf, mondayOf, wallOf } from "./zone";

const paris = "Europe/Paris";

describe("wall time in a zone", () => {
  it("is one hour ahead in winter and two in summer", () => {
    expect(instantOf("2026-01-15", 8 * 60, paris).toISOString()).toBe("2026-01-15T07:00:00.000Z");
    expect(instantOf("2026-07-15", 8 * 60, paris).toISOString()).toBe("2026-07-15T06:00:00.000Z");
  });

  it("changes with the October and March switches on their very day", () => {
    expect(instantOf("2026-10-25", 8 * 60, paris).toISOString()).toBe("2026-10-25T07:00:00.000Z");
    expect(instantOf("2026-10-25", 0, paris).toISOString()).toBe("2026-10-24T22:00:00.000Z");
    expect(instantOf("2026-03-29", 8 * 60, paris).toISOString()).toBe("2026-03-29T06:00:00.000Z");
    expect(instantOf("2026-03-29", 0, paris).toISOString()).toBe("2026-03-28T23:00:00.000Z");
  });

  it("reads back what it wrote", () => {
    expect(wallOf(instantOf("2026-12-31", 23 * 60 + 59, paris), paris)).toEqual({ day: "2026-12-31", minutes: 23 * 60 + 59 });
  });

  it("counts days and weeks across months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(mondayOf("2026-03-29")).toBe("2026-03-23");
    expect(mondayOf("2026-03-23")).toBe("2026-03-23");
  });
});
