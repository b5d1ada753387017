import { Radio, RadioGroup } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Substitute } from "../api/sittingTypes";
import { useTexts } from "../app/texts";
import { Empty } from "../ui/Empty";
import { Findings } from "../ui/Findings";
import { Loaded } from "../ui/Loaded";
import { Pill } from "../ui/Pill";
import { sittingTexts } from "./sittingTexts";
import { bestOf, isInvalid, useSubstitutes } from "./substitutes";

interface Props { sitting: string; person: string; chosen: Substitute | null; onChoose: (one: Substitute) => void }

/** The best one is chosen from the start. */
export function Substitutes({ sitting, person, chosen, onChoose }: Props) {
  const t = useTexts(sittingTexts).replace;
  const query = useSubstitutes(sitting, person);
  const best = bestOf(query.data);
  useEffect(() => { if (best && !chosen) onChoose(best); }, [best?.person]);
  return (
    <Loaded query={query}>
      {all => all.length === 0 ? <Empty title={t.none}><p>{t.noneNext}</p></Empty> : (
        <RadioGroup value={chosen?.person ?? ""} onChange={(_, data) => onChoose(all.find(one => one.person === data.value)!)}>
          {all.map(one => (
            <div key={one.person} className="substitute">
              <Radio value={one.person} disabled={isInvalid(one)} label={<>
                {one.name}{one.employer && <span className="quiet"> · {one.employer}</span>}{" "}
                <Pill tone={one.free ? "good" : one.free === false ? "bad" : "neutral"}>{one.free ? t.free : one.free === false ? t.busy : t.unknown}</Pill>{" "}
                {one === best && <Pill tone="info">{t.best}</Pill>}{" "}
                {one.commitments > 0 && <span className="quiet">{t.commitments(one.commitments)}</span>}
              </>} />
              <Findings findings={one.findings} />
            </div>
          ))}
          {all.every(one => one.free === false || isInvalid(one)) && <p className="quiet">{t.noneNext}</p>}
        </RadioGroup>
      )}
    </Loaded>
  );
}
