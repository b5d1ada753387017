import { Button } from "@fluentui/react-components";
import { MegaphoneRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Sitting } from "../api/sittingTypes";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { isDecided, isSettled, toldLines } from "./outcome";
import { sittingTexts } from "./sittingTexts";

export function Publication({ sitting }: { sitting: Sitting }) {
  const all = useTexts(sittingTexts);
  const t = all.publish;
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const act = useAct((_: void, key) => api.post(`sittings/${sitting.id}/publication`, key));
  const undecided = sitting.exams.filter(exam => !isSettled(exam)).length;
  const told = sitting.exams.filter(isDecided);
  const unread = sitting.acknowledgements.filter(one => !one.current).map(one => one.name);
  return (
    <section className="card stack">
      <div className="section-head">
        <h2>{t.title}</h2>
        {coordinator && !sitting.published && (
          <Confirm act={act} title={t.ask(told.length)} verb={t.verb}
            trigger={<Button appearance="primary" icon={<MegaphoneRegular />} disabled={undecided > 0 || told.length === 0}>{t.verb}…</Button>}>
            <p>{t.channel}</p>
            <dl className="told">
              {told.map(exam => (
                <div key={exam.candidate}><dt>{exam.name}</dt>{toldLines(all, sitting, exam).map(line => <dd key={line}>{line}</dd>)}</div>
              ))}
            </dl>
            {unread.length > 0 && <p className="notice warn">{t.unread(unread)}</p>}
            <p><strong>{t.irreversible}</strong></p>
          </Confirm>
        )}
      </div>
      <p className="quiet">{sitting.published ? t.done : undecided > 0 ? t.waiting(undecided) : t.ready}</p>
    </section>
  );
}
