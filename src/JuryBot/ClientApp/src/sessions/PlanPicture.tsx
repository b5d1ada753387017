import type { CSSProperties } from "react";
import type { Plan, PlannedSitting } from "../api/types";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import { planTexts } from "./planTexts";

export const anchorOf = (plan: Plan, sitting: PlannedSitting) => `planned-${plan.sittings.indexOf(sitting)}`;

function show(anchor: string) {
  const target = document.getElementById(anchor);
  target?.closest("details")?.setAttribute("open", "");
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

/** Days down, rooms across, hours along each cell: one bar per sitting, which leads to its panel. */
export function PlanPicture({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts);
  const when = useWhen();
  const days = Map.groupBy(plan.sittings, one => when.dayKey(one.start));
  const rooms = [...new Map(plan.sittings.map(one => [one.room, one.roomName]))].sort((a, b) => a[1].localeCompare(b[1]));
  const first = Math.floor(Math.min(...plan.sittings.map(one => when.minutes(one.start))) / 60) * 60;
  const last = Math.ceil(Math.max(...plan.sittings.map(one => when.minutes(one.end))) / 60) * 60;
  const percent = (minutes: number) => `${100 * (minutes - first) / (last - first)}%`;
  const clock = (minutes: number) => `${minutes / 60} h`;
  const bar = (one: PlannedSitting) => {
    const time = `${when.time(one.start)}–${when.time(one.end)}`;
    const worst = one.findings.some(f => f.severity === "error") ? "bad" : one.findings.length > 0 ? "warn" : "fine";
    const label = t.bar(time, one.roomName, one.candidates.length, one.findings.length);
    const place: CSSProperties = { left: percent(when.minutes(one.start)), width: `calc(${percent(when.minutes(one.end))} - ${percent(when.minutes(one.start))})` };
    return (
      <button key={one.start} type="button" className={`bar ${worst}`} style={place} title={label} aria-label={label}
        onClick={() => show(anchorOf(plan, one))}>
        <span>{when.time(one.start)}</span><strong>{one.candidates.length}</strong>
      </button>
    );
  };
  return (
    <div className="stack">
      <h3>{t.picture}</h3>
      <p className="quiet">{t.zone(when.zone)}</p>
      <div className="scroll">
        <table className="picture" style={{ "--hours": (last - first) / 60 } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              {rooms.map(([mail, name]) => (
                <th key={mail} scope="col">{name}<span className="axis" aria-hidden><span>{clock(first)}</span><span>{clock(last)}</span></span></th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, sittings]) => (
              <tr key={day}>
                <th scope="row">{when.shortDay(sittings[0]!.start)}</th>
                {rooms.map(([mail, name]) => {
                  const here = sittings.filter(one => one.room === mail);
                  return <td key={mail} data-label={name} className={here.length === 0 ? "vacant" : ""}><div className="lane">{here.map(bar)}</div></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
