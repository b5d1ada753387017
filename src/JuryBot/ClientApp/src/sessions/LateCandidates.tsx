import { Button, Checkbox, SearchBox } from "@fluentui/react-components";
import { PersonAddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useApi } from "../api/api";
import { useAct, useRead } from "../api/use";
import type { Certification, Session } from "../api/types";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { matches } from "../ui/search";
import { standing } from "./eligibility";
import { revisionTexts } from "./revisionTexts";

/** Candidates who join a convened session: chosen, then a place is looked for. Nothing is sent by that. */
export function LateCandidates({ session, certification, disabled }: { session: Session; certification: Certification; disabled: boolean }) {
  const t = useTexts(revisionTexts).late;
  const api = useApi();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const act = useAct((_: void, key) => api.post(`sessions/${session.id}/revision`, key, { candidates: [...chosen] }), undefined, chosen.join());
  const reset = () => { act.reset(); setChosen([]); };
  return (
    <Confirm title={t.title} verb={t.verb(chosen.length)} disabled={chosen.length === 0} act={{ ...act, reset }}
      trigger={<Button icon={<PersonAddRegular />} disabled={disabled}>{t.button}</Button>}>
      <p>{t.intro}</p>
      <Choice session={session} certification={certification} chosen={chosen} onChoose={setChosen} />
    </Confirm>
  );
}

interface ChoiceProps { session: Session; certification: Certification; chosen: readonly string[]; onChoose: (ids: readonly string[]) => void }

function Choice({ session, certification, chosen, onChoose }: ChoiceProps) {
  const t = useTexts(revisionTexts).late;
  const query = useRead("candidates");
  const [search, setSearch] = useState("");
  const inside = new Set(session.candidates.map(one => one.id));
  return (
    <Loaded query={query}>
      {all => {
        const others = all.filter(one => !inside.has(one.id) && standing(one, certification, session.kind, session.block) === "eligible");
        if (others.length === 0) return <Empty title={t.nobody}><p>{t.nobodyNext}</p></Empty>;
        return (
          <>
            <SearchBox value={search} placeholder={t.search} aria-label={t.search} onChange={(_, data) => setSearch(data.value)} />
            <ul className="choices">
              {others.filter(one => matches(search, one.name, one.mail, one.promotion)).map(one => (
                <li key={one.id}>
                  <Checkbox label={one.name} checked={chosen.includes(one.id)}
                    onChange={(_, data) => onChoose(data.checked ? [...chosen, one.id] : chosen.filter(id => id !== one.id))} />
                  <span className="quiet">{one.promotion}</span>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
