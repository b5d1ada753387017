import type { Certification, Group, SessionSettings } from "../api/types";

/** Whether this jury's block is group work, so that candidates may come in groups. */
export const isGroupWork = (settings: SessionSettings, certification: Certification) =>
  settings.kind === "intermediate" && certification.blocks.some(one => one.id === settings.block && one.groupWork);

/** The groups once a candidate's is named so; blank is none. */
export function named(groups: readonly Group[], candidate: string, name: string): Group[] {
  const others = groups.map(one => ({ ...one, candidates: one.candidates.filter(id => id !== candidate) }));
  const joined = others.some(one => one.name === name)
    ? others.map(one => one.name === name ? { ...one, candidates: [...one.candidates, candidate] } : one)
    : [...others, { name, candidates: [candidate] }];
  return (name === "" ? others : joined).filter(one => one.candidates.length > 0);
}

/** The groups as they are asked for: of chosen candidates only, without the blanks around their names. */
export function asked(settings: SessionSettings, certification: Certification): Group[] {
  if (!isGroupWork(settings, certification)) return [];
  return settings.groups.filter(one => one.name.trim())
    .flatMap(one => one.candidates.filter(id => settings.candidates.includes(id)).map(id => ({ id, name: one.name.trim() })))
    .reduce<Group[]>((groups, one) => named(groups, one.id, one.name), []);
}
