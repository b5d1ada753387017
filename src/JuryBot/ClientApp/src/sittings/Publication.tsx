import { Button } from "@fluentui/react-components";
import { MegaphoneRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Sitting } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { isDecided, toldLines } from "./outcome";
import { sittingTexts } from "./sittingTexts";

export function Publication({ sitting }: { sitting: Sitting }) {
  const all = useTexts(sittingTexts);
  const t = all.publish;
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const act = useAct((_: void, key) => api.post(`sittings/${sitting.id}/publication`, key));
  const undecided = sitting.exams.filter(exam => !isDecided(exam)).length;
  return (
    <section className="card stack">
      <div className="section-head">
        <h2>{t.title}</h2>
        {coordinator && !sitting.published && (
          <Confirm act={act} title={t.ask(sitting.exams.length)} verb={t.verb}
            trigger={<Button appearance="primary" icon={<MegaphoneRegular />} disabled={undecided > 0 || sitting.exams.length === 0}>{t.verb}…</Button>}>
            <p>{t.channel}</p>
            <dl className="told">
              {sitting.exams.map(exam => (
                <div key={exam.candidate}><dt>{exam.name}</dt>{toldLines(all, sitting, exam).map(line => <dd key={line}>{line}</dd>)}</div>
              ))}
            </dl>
            <p><strong>{t.irreversible}</strong></p>
          </Confirm>
        )}
      </div>
      <p className="quiet">{sitting.published ? t.done : undecided > 0 ? t.waiting(undecided) : t.ready}</p>
    </section>
  );
}
