import type { Plan, PlannedSitting, PlanProposal } from "../api/types";

const membersOf = (sittings: readonly PlannedSitting[]) => new Map(sittings.flatMap(one => one.panel).map(seat => [seat.person, seat.name]));
const roomsOf = (sittings: readonly PlannedSitting[]) => [...new Set(sittings.map(one => one.room))].sort().join();

/** How a proposal differs from the plan: candidates heard at another time, other rooms, who joins and leaves, by name. */
export function compared({ sittings: now }: Pick<Plan, "sittings">, { sittings: then }: PlanProposal) {
  const starts = new Map(now.flatMap(one => one.candidates).map(one => [one.id, Date.parse(one.start)]));
  const [before, after] = [membersOf(now), membersOf(then)];
  return {
    moved: then.flatMap(one => one.candidates).filter(one => starts.get(one.id) !== Date.parse(one.start)).length,
    rooms: roomsOf(now) !== roomsOf(then),
    joining: [...after].filter(([person]) => !before.has(person)).map(([, name]) => name),
    leaving: [...before].filter(([person]) => !after.has(person)).map(([, name]) => name),
  };
}

/** How many members sit, and how many candidates the busiest of them hears. */
export function loadOf({ sittings }: PlanProposal) {
  const heard = new Map<string, number>();
  for (const one of sittings)
    for (const seat of one.panel) heard.set(seat.person, (heard.get(seat.person) ?? 0) + one.candidates.length);
  return { people: heard.size, most: Math.max(0, ...heard.values()) };
}
