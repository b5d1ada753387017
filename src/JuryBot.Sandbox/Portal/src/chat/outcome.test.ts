import { describe, expect, it } from "vitest";
import { outcomeOf } from "./outcome";

describe("the outcome of a card action", () => {
  it("is the card that replaces it", () => {
    const card = { type: "AdaptiveCard" };
    expect(outcomeOf({ status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card } })).toEqual({ kind: "card", card });
  });

  it("is what was said", () => {
    expect(outcomeOf({ status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Merci" } })).toEqual({ kind: "said", text: "Merci" });
  });

  it("is the refusal's words", () => {
    for (const type of ["application/vnd.microsoft.error", "application/vnd.microsoft.error.preconditionFailed"]) {
      expect(outcomeOf({ status: 200, body: { statusCode: 400, type, value: { code: "Closed", message: "Trop tard" } } })).toEqual({ kind: "refused", text: "Trop tard" });
    }
  });

  it("is done for an Action.Submit that was taken", () => {
    expect(outcomeOf({ status: 202, body: null })).toEqual({ kind: "done" });
  });

  it("is unreachable when nobody answered in time", () => {
    expect(outcomeOf({ status: 0, body: null })).toEqual({ kind: "unreachable" });
    expect(outcomeOf({ status: 504, body: null })).toEqual({ kind: "unreachable" });
  });

  it("is a failure with its code otherwise", () => {
    expect(outcomeOf({ status: 501, body: null })).toEqual({ kind: "failed", status: 501 });
    expect(outcomeOf({ status: 200, body: { statusCode: 500, type: "other" } })).toEqual({ kind: "failed", status: 500 });
  });
});
