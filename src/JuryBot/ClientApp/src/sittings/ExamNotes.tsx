import { Button } from "@fluentui/react-components";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Exam, Sitting } from "../api/sittingTypes";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Findings } from "../ui/Findings";
import { ProblemBar } from "../ui/ProblemBar";
import { AnnulExam } from "./AnnulExam";
import { isDecided } from "./outcome";
import { sittingTexts } from "./sittingTexts";

/** What happened to an exam besides its sheets: who stepped back, whose sheet was done without, what its candidate asks for. */
export function ExamNotes({ sitting, exam }: { sitting: Sitting; exam: Exam }) {
  const t = useTexts(sittingTexts).notes;
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const grant = useAct((_: void, key) => api.post(`sittings/${sitting.id}/assessments/${exam.candidate}/grant`, key));
  return (
    <>
      {exam.recusals.length + exam.waivers.length > 0 && (
        <ul className="plain quiet said">
          {exam.recusals.map(one => <li key={one.person}>{t.recused(one.name, one.reason)}</li>)}
          {exam.waivers.map(one => <li key={one.person}>{t.waived(one.name, one.reason)}</li>)}
        </ul>
      )}
      {exam.findings.length > 0 && <Findings findings={exam.findings} />}
      {exam.assessment && (exam.assessment.grantedAt !== null
        ? <p className="quiet">{t.granted}</p>
        : <p className="inline"><span>{t.asked}</span> {coordinator && <Button size="small" disabled={grant.isPending} onClick={() => grant.mutate()}>{t.grant}</Button>}</p>)}
      {grant.error && <ProblemBar error={grant.error} />}
      {isDecided(exam) && <AnnulExam sitting={sitting} exam={exam} />}
    </>
  );
}
