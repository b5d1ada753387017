import { Button, Select } from "@fluentui/react-components";
import { CallRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { useWhen } from "../ui/when";
import { signs, type AskedJuror, type AvailabilityPath, type HalfDay, type Said } from "./availability";
import { availabilityTexts } from "./availabilityTexts";

/** What a juror said by phone, entered for them and recorded as entered by the coordinator. */
export function EnterAnswer({ path, juror, halfDays }: { path: AvailabilityPath; juror: AskedJuror; halfDays: readonly HalfDay[] }) {
  const t = useTexts(availabilityTexts);
  const when = useWhen();
  const api = useApi();
  const [typed, setTyped] = useState<Record<string, Said | "">>({});
  const answers = { ...juror.answers, ...typed };
  const enter = useAct((_: void, key) => api.post(`${path}/${encodeURIComponent(juror.person)}`, key, { answers }), undefined, JSON.stringify(answers));
  const reset = () => { enter.reset(); setTyped({}); };
  return (
    <Confirm act={{ ...enter, reset }} title={t.enter.title(juror.name)} verb={t.enter.verb} disabled={Object.values(answers).every(said => !said)}
      trigger={<Button size="small" appearance="subtle" icon={<CallRegular />} aria-label={t.enter.label(juror.name)}>{t.enter.button}</Button>}>
      <p>{t.enter.intro}</p>
      <div className="entries">
        {halfDays.map(half => (
          <label key={half.key}>
            {when.weekday(half.date)}, {half.isMorning ? t.morning : t.afternoon}
            <Select size="small" value={answers[half.key] ?? ""} onChange={(_, data) => setTyped({ ...typed, [half.key]: data.value as Said | "" })}>
              <option value="">{t.none}</option>
              {(["yes", "ifNeedBe", "no"] as const).map(said => <option key={said} value={said}>{signs[said]} {t.said[said]}</option>)}
            </Select>
          </label>
        ))}
      </div>
    </Confirm>
  );
}
