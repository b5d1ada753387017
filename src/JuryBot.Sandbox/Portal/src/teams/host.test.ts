import { describe, expect, it } from "vitest";
import { answer, isRequest, type Client } from "./host";

const client: Client = { theme: "dark", locale: "fr-fr", person: { id: "1", name: "Camille Roy", mail: "camille@example.org" }, token: () => Promise.resolve("a.b.c") };

describe("Teams' side of a tab", () => {
  it("answers under the id of the request", async () => {
    expect(await answer({ id: 7, uuidAsString: "u", func: "authentication.getAuthToken", args: [] }, client)).toEqual({ id: 7, uuidAsString: "u", args: [true, "a.b.c"] });
  });

  it("says so when it gives no token", async () => {
    const without = { ...client, token: () => Promise.reject(new Error()) };
    expect((await answer({ id: 1, func: "authentication.getAuthToken" }, without))?.args).toEqual([false, "resourceRequiresConsent"]);
  });

  it("says nothing to what it does not know, and hears only requests", async () => {
    expect(await answer({ id: 1, func: "registerHandler", args: ["themeChange"] }, client)).toBeNull();
    expect(isRequest({ office: "hello" })).toBe(false);
  });
});
