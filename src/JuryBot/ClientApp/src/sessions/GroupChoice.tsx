import { Input } from "@fluentui/react-components";
import type { Candidate } from "../api/types";
import { useTexts } from "../app/texts";
import { formTexts } from "./formTexts";
import { isGroupWork, named } from "./groups";
import type { Part } from "./SessionForm";

/** Where the block is group work: the group each chosen candidate is heard with, by its name. */
export function GroupChoice({ settings, certification, set, candidates }: Part & { candidates: readonly Candidate[] }) {
  const t = useTexts(formTexts);
  if (!isGroupWork(settings, certification) || settings.candidates.length < 2) return null;
  const names = [...new Set(settings.groups.map(one => one.name))];
  return (
    <section className="card stack">
      <h2>{t.groups}</h2>
      <p>{t.groupsHint(settings.examMinutes)}</p>
      <datalist id="groups">{names.map(name => <option key={name} value={name} />)}</datalist>
      <ul className="choices">
        {candidates.filter(one => settings.candidates.includes(one.id)).map(one => (
          <li key={one.id}>
            <span>{one.name}</span>
            <Input size="small" list="groups" maxLength={60} aria-label={t.groupOf(one.name)}
              value={settings.groups.find(group => group.candidates.includes(one.id))?.name ?? ""}
              onChange={(_, data) => set({ groups: named(settings.groups, one.id, data.value) })} />
          </li>
        ))}
      </ul>
    </section>
  );
}
