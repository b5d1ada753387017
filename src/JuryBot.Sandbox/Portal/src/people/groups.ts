import type { Kind, Person } from "../api/types";

export const kinds: readonly Kind[] = ["coordinator", "director", "juror", "candidate"];

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The people whose name, address or title holds every word of the query, by kind, in the order of their names. */
export function groupsOf(people: readonly Person[], query: string): { kind: Kind; people: Person[] }[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const found = people
    .filter((person) => words.every((word) => folded(`${person.name} ${person.mail} ${person.title ?? ""}`).includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name, "fr"));
  return kinds
    .map((kind) => ({ kind, people: found.filter((person) => person.kind === kind) }))
    .filter((group) => group.people.length > 0);
}
