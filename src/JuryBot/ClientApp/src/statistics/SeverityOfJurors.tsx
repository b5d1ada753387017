import { useTexts } from "../app/texts";
import { Download } from "../ui/Download";
import { More } from "../ui/More";
import { uiTexts } from "../ui/uiTexts";
import { Chart } from "./Chart";
import { useNumbers } from "./numbers";
import type { Statistics } from "./statistics";
import { statisticsTexts } from "./statisticsTexts";

export function SeverityOfJurors({ severity, csv }: { severity: Statistics["severity"]; csv: `statistics/${string}` }) {
  const t = useTexts(statisticsTexts);
  const ui = useTexts(uiTexts);
  const { signed } = useNumbers();
  return (
    <section className="card stack" aria-labelledby="severity">
      <div className="section-head"><h2 id="severity">{t.severity}</h2><Download small path={csv} name="severity.csv" text={t.csv} label={ui.of(t.csv, t.severity)} /></div>
      <p className="quiet">{t.severityAbout(severity.minimumExams)}</p>
      {severity.jurors.length === 0 ? <p>{t.severityNone(severity.minimumExams)}</p> : (
        <>
          <p className="quiet">{t.confidence}</p>
          <More items={severity.jurors}>{jurors => (
            <>
              <Chart as="point" label={t.severityChart} from={-2} to={2}
                ticks={[{ at: -2, text: `−2 ${t.moreSevere}` }, { at: 0, text: "0" }, { at: 2, text: `${t.milder} +2` }]}
                marks={jurors.map(one => ({ key: one.juror, label: one.name ?? t.gone, value: one.mean, low: one.low, high: one.high, text: signed(one.mean) }))} />
              <table className="list">
                <thead><tr><th>{t.juror}</th><th className="number">{t.exams}</th><th className="number">{t.mean}</th><th className="number">{t.median}</th><th className="number">{t.interval}</th></tr></thead>
                <tbody>{jurors.map(one => (
                  <tr key={one.juror}>
                    <td className="first">{one.name ?? t.gone}</td>
                    <td className="end" data-label={t.exams}>{one.exams}</td>
                    <td className="end" data-label={t.mean}>{signed(one.mean)}</td>
                    <td className="end" data-label={t.median}>{signed(one.median)}</td>
                    <td className="end" data-label={t.interval}>{signed(one.low)} – {signed(one.high)}</td>
                  </tr>
                ))}</tbody>
              </table>
            </>
          )}</More>
        </>
      )}
    </section>
  );
}
