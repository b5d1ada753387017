import type { CSSProperties } from "react";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import { planTexts } from "./planTexts";

/** A bar of the picture: its place, how it looks, and what it says to who cannot see it. */
export interface Bar {
  key: string;
  start: string;
  end: string;
  roomName: string;
  look: string;
  label: string;
  text: string;
  onClick: () => void;
}

/** Days down, rooms across, hours along each cell: one bar per sitting. */
export function Picture({ title, bars, legend }: { title: string; bars: readonly Bar[]; legend?: readonly { look: string; text: string }[] }) {
  const t = useTexts(planTexts);
  const when = useWhen();
  const days = Map.groupBy(bars, one => when.dayKey(one.start));
  const rooms = [...new Set(bars.map(one => one.roomName))].sort((a, b) => a.localeCompare(b));
  const first = Math.floor(Math.min(...bars.map(one => when.minutes(one.start))) / 60) * 60;
  const last = Math.ceil(Math.max(...bars.map(one => when.minutes(one.end))) / 60) * 60;
  const percent = (minutes: number) => `${100 * (minutes - first) / (last - first)}%`;
  const clock = (minutes: number) => `${minutes / 60} h`;
  const draw = (one: Bar) => {
    const place: CSSProperties = { left: percent(when.minutes(one.start)), width: `calc(${percent(when.minutes(one.end))} - ${percent(when.minutes(one.start))})` };
    return (
      <button key={one.key} type="button" className={`bar ${one.look}`} style={place} title={one.label} onClick={one.onClick}>
        <span aria-hidden>{when.time(one.start)}</span><strong aria-hidden>{one.text}</strong><span className="unseen">{one.label}</span>
      </button>
    );
  };
  return (
    <div className="stack">
      <h3>{title}</h3>
      <p className="quiet">{t.zone(when.zone)}</p>
      {legend && <p className="legend">{legend.map(one => <span key={one.look}><span className={`swatch ${one.look}`} aria-hidden /> {one.text}</span>)}</p>}
      <div className="scroll">
        <table className="picture" style={{ "--hours": (last - first) / 60 } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              {rooms.map(name => (
                <th key={name} scope="col">{name}<span className="axis" aria-hidden><span>{clock(first)}</span><span>{clock(last)}</span></span></th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, here]) => (
              <tr key={day}>
                <th scope="row">{when.shortDay(here[0]!.start)}</th>
                {rooms.map(name => {
                  const inRoom = here.filter(one => one.roomName === name);
                  return <td key={name} data-label={name} className={inRoom.length === 0 ? "vacant" : ""}><div className="lane">{inRoom.map(draw)}</div></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Opens and shows what a bar stands for. */
export function show(anchor: string) {
  const target = document.getElementById(anchor);
  target?.closest("details")?.setAttribute("open", "");
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}
