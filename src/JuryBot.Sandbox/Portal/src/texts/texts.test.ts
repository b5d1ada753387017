import { describe, expect, it } from "vitest";
import en from "./en.json";
import fr from "./fr.json";
import { textsIn } from "./texts";

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("the texts", () => {
  it("are the same ones in both languages, with the same places", () => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    for (const key of Object.keys(fr) as (keyof typeof fr)[]) expect(places(en[key]), key).toEqual(places(fr[key]));
  });

  it("count as the language does", () => {
    expect(textsIn("fr").count("calendar.attendees", 0)).toBe("0 personne invitée");
    expect(textsIn("en").count("calendar.attendees", 0)).toBe("0 people invited");
    expect(textsIn("fr").count("calendar.attendees", 2)).toBe("2 personnes invitées");
  });
});
