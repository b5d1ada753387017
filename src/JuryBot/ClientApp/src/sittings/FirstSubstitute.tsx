import { Button, Spinner } from "@fluentui/react-components";
import { PersonSwapRegular } from "@fluentui/react-icons";
import { useTexts } from "../app/texts";
import { ProblemBar } from "../ui/ProblemBar";
import { sittingTexts } from "./sittingTexts";
import { bestOf, type LeftSeat, useReplace, useSubstitutes } from "./substitutes";

/** The best substitute, one press away: what the press sends to whom is said above it. Nothing when nobody is known to be free. */
export function FirstSubstitute({ sitting, seat }: { sitting: string; seat: LeftSeat }) {
  const t = useTexts(sittingTexts).replace;
  const best = bestOf(useSubstitutes(sitting, seat.person).data);
  const replace = useReplace(sitting, seat.person);
  if (!best) return null;
  const act = () => replace.mutate(best.person);
  return (
    <div className="stack">
      <p>{t.says(seat.name, best.name)}</p>
      <div>
        <Button appearance="primary" icon={replace.isPending ? <Spinner size="tiny" /> : <PersonSwapRegular />} disabled={replace.isPending} onClick={act}>{t.verb(best.name)}</Button>
      </div>
      {replace.error && <ProblemBar error={replace.error} retry={act} />}
    </div>
  );
}
