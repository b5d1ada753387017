import { describe, expect, it } from "vitest";
import type { Kind, Person } from "../api/types";
import { groupsOf } from "./groups";

const person = (name: string, kind: Kind, title: string | null = null): Person => ({ id: name, name, kind, title, mail: "", hasAccount: true, language: "fr" });
const people = [person("Zoé Lambert", "candidate"), person("Émile Faure", "candidate"), person("Hélène Roux", "director", "Directrice"), person("Marc Lefèvre", "juror")];

describe("groups of people", () => {
  it("come by role, names in order, empty roles left out", () => {
    expect(groupsOf(people, "").map((group) => [group.kind, group.people.map(({ name }) => name)])).toEqual([
      ["director", ["Hélène Roux"]], ["juror", ["Marc Lefèvre"]], ["candidate", ["Émile Faure", "Zoé Lambert"]],
    ]);
  });

  it("are found without accents, by every word, in names and titles", () => {
    expect(groupsOf(people, "helene DIREC").flatMap((group) => group.people.map(({ name }) => name))).toEqual(["Hélène Roux"]);
    expect(groupsOf(people, "personne")).toEqual([]);
  });
});
