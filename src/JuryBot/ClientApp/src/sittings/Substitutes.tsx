import { Radio, RadioGroup } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/api";
import type { Substitute } from "../api/sittingTypes";
import { useTexts } from "../app/texts";
import { Empty } from "../ui/Empty";
import { Findings } from "../ui/Findings";
import { Loaded } from "../ui/Loaded";
import { Pill } from "../ui/Pill";
import { sittingTexts } from "./sittingTexts";

interface Props { sitting: string; person: string; chosen: Substitute | null; onChoose: (one: Substitute) => void }

const isInvalid = (one: Substitute) => one.findings.some(finding => finding.severity === "error");

export function Substitutes({ sitting, person, chosen, onChoose }: Props) {
  const t = useTexts(sittingTexts).replace;
  const api = useApi();
  const path = `sittings/${sitting}/substitutes/${encodeURIComponent(person)}` as const;
  // Read once each time it is opened: after the replacement the question has no answer any more.
  const query = useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get(path, signal), staleTime: "static", gcTime: 0 });
  return (
    <Loaded query={query}>
      {all => all.length === 0 ? <Empty title={t.none}><p>{t.noneNext}</p></Empty> : (
        <RadioGroup value={chosen?.person ?? ""} onChange={(_, data) => onChoose(all.find(one => one.person === data.value)!)}>
          {all.map((one, i) => (
            <div key={one.person} className="substitute">
              <Radio value={one.person} disabled={isInvalid(one)} label={<>
                {one.name}{one.employer && <span className="quiet"> · {one.employer}</span>}{" "}
                <Pill tone={one.free ? "good" : one.free === false ? "bad" : "neutral"}>{one.free ? t.free : one.free === false ? t.busy : t.unknown}</Pill>{" "}
                {i === 0 && one.free && !isInvalid(one) && <Pill tone="info">{t.best}</Pill>}{" "}
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
