import { Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import type { Candidate, Certification, Kind } from "../api/types";
import { useTexts } from "../app/texts";
import { formTexts } from "./formTexts";
import { Registrations } from "./Registrations";
import type { Part } from "./SessionForm";
import { usual } from "./SessionFormPage";
import { Synthesis } from "./Synthesis";

interface Props extends Part { certifications: readonly Certification[]; candidates: readonly Candidate[] }

export function JuryChoice({ settings, certification, set, problem, certifications, candidates }: Props) {
  const t = useTexts(formTexts);
  const promotions = [...new Set(candidates.map(one => one.promotion))].sort().reverse();
  return (
    <section className="card stack">
      <h2>{t.jury}</h2>
      <Field label={t.certification}>
        <Select value={settings.certification} onChange={(_, data) => set({ certification: data.value, block: null, candidates: [] })}>
          {certifications.map(one => <option key={one.id} value={one.id}>{one.code} · {one.title}</option>)}
        </Select>
      </Field>
      <Registrations certification={certification} />
      <Field label={t.kind}>
        <RadioGroup value={settings.kind} onChange={(_, data) => set({ kind: data.value as Kind, candidates: [], ...usual[data.value as Kind] })}>
          <Radio value="intermediate" label={t.kinds.intermediate} />
          <Radio value="final" label={t.kinds.final} />
        </RadioGroup>
      </Field>
      {settings.kind === "intermediate" && (
        <Field label={t.block} required validationMessage={problem("block")}>
          <Select value={settings.block ?? ""} onChange={(_, data) => set({ block: data.value || null })}>
            <option value="">{t.chooseBlock}</option>
            {certification.blocks.map(one => <option key={one.id} value={one.id}>{t.blockName(one.id, one.title)}</option>)}
          </Select>
        </Field>
      )}
      {(settings.kind === "final" || settings.block === certification.synthesisBlock) &&
        <Synthesis certification={certification} advice={settings.kind === "intermediate"} />}
      <Field label={t.promotion} required validationMessage={problem("promotion")}>
        <Input list="promotions" value={settings.promotion} className="short"
          onChange={(_, { value }) => set({ promotion: value, ...(promotions.includes(value) && { candidates: [] }) })} />
      </Field>
      <datalist id="promotions">{promotions.map(one => <option key={one} value={one} />)}</datalist>
    </section>
  );
}
