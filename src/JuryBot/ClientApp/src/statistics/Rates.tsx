import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useTexts } from "../app/texts";
import { Download } from "../ui/Download";
import { uiTexts } from "../ui/uiTexts";
import { Chart } from "./Chart";
import { useNumbers } from "./numbers";
import type { Rate, Verdict } from "./statistics";
import { statisticsTexts } from "./statisticsTexts";

const scale = [0, 0.25, 0.5, 0.75, 1];

export function Rates({ rates, routes, csv }: { rates: readonly Rate[]; routes: ReadonlyMap<string, string>; csv: `statistics/${string}` }) {
  const t = useTexts(statisticsTexts);
  const ui = useTexts(uiTexts);
  const { percent } = useNumbers();
  const verdicts = (["title", "block", "proposal"] as const).filter(one => rates.some(rate => rate.verdict === one));
  const [chosen, setChosen] = useState<Verdict | null>(null);
  const verdict = chosen && verdicts.includes(chosen) ? chosen : verdicts[0];
  if (!verdict) return null;
  const label = (rate: Rate) => t.key[rate.by](rate.by === "route" ? routes.get(rate.key) ?? rate.key : rate.key);
  return (
    <section className="card stack" aria-labelledby="rates">
      <div className="section-head"><h2 id="rates">{t.rates}</h2><Download small path={csv} name="rates.csv" text={t.csv} label={ui.of(t.csv, t.rates)} /></div>
      <Field label={t.verdict}>
        <Select value={verdict} onChange={(_, data) => setChosen(data.value as Verdict)}>
          {verdicts.map(one => <option key={one} value={one}>{t.verdicts[one]}</option>)}
        </Select>
      </Field>
      <p className="quiet">{t.confidence}</p>
      {(["block", "route", "year"] as const).map(by => {
        const shown = rates.filter(rate => rate.verdict === verdict && rate.by === by);
        return shown.length > 0 && (
          <section key={by} className="stack">
            <h3>{t.by[by]}</h3>
            <Chart as="bar" label={t.chart(t.verdicts[verdict], t.by[by])} from={0} to={1} ticks={scale.map(at => ({ at, text: percent(at) }))}
              marks={shown.map(rate => ({ key: rate.key, label: label(rate), value: rate.rate, low: rate.low, high: rate.high, text: percent(rate.rate) }))} />
            <table className="list">
              <thead><tr><th>{t.group}</th><th className="number">{t.passed}</th><th className="number">{t.rate}</th><th className="number">{t.interval}</th></tr></thead>
              <tbody>{shown.map(rate => (
                <tr key={rate.key}>
                  <td className="first">{label(rate)}</td>
                  <td className="end" data-label={t.passed}>{t.of(rate.passed, rate.total)}</td>
                  <td className="end" data-label={t.rate}>{percent(rate.rate)}</td>
                  <td className="end" data-label={t.interval}>{percent(rate.low)} – {percent(rate.high)}</td>
                </tr>
              ))}</tbody>
            </table>
          </section>
        );
      })}
    </section>
  );
}
