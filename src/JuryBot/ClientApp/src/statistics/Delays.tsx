import { useTexts } from "../app/texts";
import { Download } from "../ui/Download";
import { uiTexts } from "../ui/uiTexts";
import { Chart } from "./Chart";
import { useNumbers } from "./numbers";
import type { Statistics } from "./statistics";
import { statisticsTexts } from "./statisticsTexts";

export function Delays({ delays, csv }: { delays: Statistics["delays"]; csv: `statistics/${string}` }) {
  const t = useTexts(statisticsTexts);
  const ui = useTexts(uiTexts);
  const { plain } = useNumbers();
  const rows = (["toDecision", "toPublication"] as const).flatMap(key => delays[key] ? [{ key, ...delays[key] }] : []);
  if (rows.length === 0) return null;
  const days = (value: number) => `${plain(value)} ${t.days}`;
  const most = Math.max(1, ...rows.map(row => row.ninetiethPercentile));
  return (
    <section className="card stack" aria-labelledby="delays">
      <div className="section-head"><h2 id="delays">{t.delays}</h2><Download small path={csv} name="delays.csv" text={t.csv} label={ui.of(t.csv, t.delays)} /></div>
      <p className="quiet">{t.delayAbout}</p>
      <Chart as="bar" label={t.delayChart} from={0} to={most} ticks={[0, most / 2, most].map(at => ({ at, text: days(at) }))}
        marks={rows.map(row => ({ key: row.key, label: t[row.key], value: row.median, low: row.median, high: row.ninetiethPercentile, text: days(row.median) }))} />
      <table className="list">
        <thead><tr><th>{t.delay}</th><th className="number">{t.exams}</th><th className="number">{t.median}</th><th className="number">{t.mean}</th><th className="number">{t.ninetieth}</th></tr></thead>
        <tbody>{rows.map(row => (
          <tr key={row.key}>
            <td className="first">{t[row.key]}</td>
            <td className="end" data-label={t.exams}>{row.count}</td>
            <td className="end" data-label={t.median}>{days(row.median)}</td>
            <td className="end" data-label={t.mean}>{days(row.mean)}</td>
            <td className="end" data-label={t.ninetieth}>{days(row.ninetiethPercentile)}</td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  );
}
