import { Field, Textarea } from "@fluentui/react-components";
import { useTexts } from "../app/texts";
import { formTexts } from "./formTexts";
import { reasonNeeded } from "./missing";
import type { Part } from "./SessionForm";

/** Required when the dates are outside the registration; it is kept in the record. */
export function Reason({ settings, certification, set, problem }: Part) {
  const t = useTexts(formTexts);
  const required = reasonNeeded(settings, certification);
  return (
    <section className="card">
      <Field label={t.reason} required={required} hint={required ? t.reasonNeeded : t.reasonHint} validationMessage={problem("reason")}>
        <Textarea value={settings.reason ?? ""} maxLength={1000} rows={2} onChange={(_, data) => set({ reason: data.value })} />
      </Field>
    </section>
  );
}
