import { Button } from "@fluentui/react-components";
import { PersonSwapRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Substitute } from "../api/sittingTypes";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { sittingTexts } from "./sittingTexts";
import { type LeftSeat, useReplace } from "./substitutes";
import { Substitutes } from "./Substitutes";

/** A juror's ranked substitutes, then the replacement with its consequences said. */
export function Replacement({ sitting, seat }: { sitting: string; seat: LeftSeat }) {
  const t = useTexts(sittingTexts).replace;
  const [chosen, setChosen] = useState<Substitute | null>(null);
  const replace = useReplace(sitting, seat.person);
  const reset = () => { replace.reset(); setChosen(null); };
  return (
    <Confirm title={t.title(seat.name)} verb={chosen ? t.verb(chosen.name) : t.choose} disabled={!chosen}
      act={{ ...replace, mutateAsync: () => replace.mutateAsync(chosen!.person), reset }}
      trigger={<Button size="small" icon={<PersonSwapRegular />} aria-label={t.label(seat.name)} appearance="subtle">{t.button}</Button>}>
      <p>{t.intro(seat.roleName)}</p>
      <Substitutes sitting={sitting} person={seat.person} chosen={chosen} onChoose={setChosen} />
      {chosen && <p aria-live="polite"><strong>{t.says(seat.name, chosen.name)}</strong></p>}
    </Confirm>
  );
}
