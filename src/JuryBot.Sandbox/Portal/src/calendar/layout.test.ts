import { describe, expect, it } from "vitest";
import type { CalendarEvent } from "../api/types";
import { weekOf } from "./layout";

const paris = "Europe/Paris";

const event = (id: string, start: string, end: string): CalendarEvent => ({
  id, start, end, subject: id, bodyHtml: "", location: null, organizer: { name: "", mail: "" }, attendees: [],
  myResponse: "accepted", isJuryBot: false, isCancelled: false,
});

describe("a week's layout", () => {
  it("shows Monday to Friday from 8 to 19 h", () => {
    const week = weekOf("2026-03-23", [], paris);
    expect(week.days.map(({ day }) => day)).toEqual(["2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26", "2026-03-27"]);
    expect([week.firstHour, week.lastHour]).toEqual([8, 19]);
  });

  it("grows for an early event and for a weekend with something in it", () => {
    const week = weekOf("2026-03-23", [event("early", "2026-03-24T06:30:00+01:00", "2026-03-24T07:30:00+01:00"), event("sunday", "2026-03-29T10:00:00+02:00", "2026-03-29T11:00:00+02:00")], paris);
    expect(week.firstHour).toBe(6);
    expect(week.days.map(({ day }) => day)).toContain("2026-03-29");
    expect(week.days).toHaveLength(6);
  });

  it("puts overlapping events side by side and lets the next one have the whole width", () => {
    const [, tuesday] = weekOf("2026-03-23", [
      event("a", "2026-03-24T09:00:00+01:00", "2026-03-24T12:00:00+01:00"),
      event("b", "2026-03-24T10:00:00+01:00", "2026-03-24T11:00:00+01:00"),
      event("c", "2026-03-24T11:00:00+01:00", "2026-03-24T11:30:00+01:00"),
      event("d", "2026-03-24T14:00:00+01:00", "2026-03-24T15:00:00+01:00"),
    ], paris).days;
    expect(tuesday!.placed.map(({ event: { id }, column, columns }) => [id, column, columns])).toEqual([["a", 0, 2], ["b", 1, 2], ["c", 1, 2], ["d", 0, 1]]);
  });

  it("splits an event at midnight and leaves out a day it only touches", () => {
    const week = weekOf("2026-03-23", [event("night", "2026-03-23T22:00:00+01:00", "2026-03-25T00:00:00+01:00")], paris);
    expect(week.days.map(({ placed }) => placed.map(({ from, to }) => [from, to]))).toEqual([[[1320, 1440]], [[0, 1440]], [], [], []]);
  });
});
