import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { useApi } from "../api/api";
import type { Exam, Sitting } from "../api/sittingTypes";
import { useTexts } from "../app/texts";
import { Annul } from "../ui/Annul";
import { sittingTexts } from "./sittingTexts";

/** A mistake, or an appeal that was granted: the decision on one candidate is taken anew, by this jury or by another. */
export function AnnulExam({ sitting, exam }: { sitting: Sitting; exam: Exam }) {
  const t = useTexts(sittingTexts).annul;
  const api = useApi();
  const [sameJury, setSameJury] = useState(true);
  return (
    <Annul annul={(reason, key) => api.post(`sittings/${sitting.id}/exams/${exam.candidate}/annulment`, key, { sameJury, reason })} about={`${sameJury}`}
      title={t.title(exam.name)} says={t.says(sitting.published)}>
      <Field label={t.who}>
        <RadioGroup value={String(sameJury)} onChange={(_, data) => setSameJury(data.value === "true")}>
          <Radio value="true" label={t.same} />
          <Radio value="false" label={t.other} />
        </RadioGroup>
      </Field>
    </Annul>
  );
}
