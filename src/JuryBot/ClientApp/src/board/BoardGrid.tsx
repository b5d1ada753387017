import { useEffect, useId, useMemo, useRef, useState, type CSSProperties } from "react";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import type { Board, BoardSitting, Place, Range } from "./boardTypes";
import { boardTexts } from "./boardTexts";
import { Lane, type Hands } from "./Lane";
import { clock, conflictsAt, dayOf, frame, lengthOf, onGrid, placeOf, samePlace, stepped } from "./place";

interface Lift { sitting: BoardSitting; at: Place; by: "keys" | "pointer"; fresh: boolean; dropping: boolean }

interface Props {
  board: Board;
  /** What the session's jury hears, in a word or two. */
  subject: string;
  may: boolean;
  /** Puts a sitting somewhere, and tells what came of it. */
  drop: (sitting: BoardSitting, at: Place) => Promise<string>;
  show: (id: string) => void;
}

/** Pixels that tell a drag from a click, and how near the window's edge it scrolls. */
const slack = 5;
const edge = 48;

export function useSpan() {
  const when = useWhen();
  return (range: Range) => dayOf(range.from) === dayOf(range.to)
    ? `${range.from.slice(11)}–${range.to.slice(11)}`
    : `${when.weekday(dayOf(range.from))} ${range.from.slice(11)} – ${when.weekday(dayOf(range.to))} ${range.to.slice(11)}`;
}

/** Days down, rooms under each, hours along: sittings are carried by mouse or by arrows, and what stands in their way is said as they go. */
export function BoardGrid({ board, subject, may, drop, show }: Props) {
  const t = useTexts(boardTexts);
  const when = useWhen();
  const span = useSpan();
  const hint = useId();
  const [lift, setLift] = useState<Lift | null>(null);
  const [said, setSaid] = useState("");
  const press = useRef<{ sitting: BoardSitting; x: number; y: number; grab: number } | null>(null);
  const dragged = useRef(false);
  const held = useRef<string | null>(null);
  const { first, last } = frame(board);

  const whereIs = (sitting: BoardSitting, at: Place) =>
    t.at(when.weekday(at.day), `${clock(at.minutes)}–${clock(at.minutes + lengthOf(sitting))}`, board.rooms.find(one => one.id === at.room)?.name ?? "");
  const found = useMemo(() => lift && conflictsAt(board, lift.sitting, lift.at, span), [board, lift]);

  const cancel = () => {
    press.current = null;
    if (lift && !lift.dropping) { setLift(null); setSaid(t.putBack); }
  };

  const put = async (one: Lift) => {
    const there = conflictsAt(board, one.sitting, one.at, span);
    if (samePlace(one.at, placeOf(one.sitting))) { setLift(null); setSaid(t.putBack); return; }
    if (there.impossible) { setLift(null); setSaid(`${t.notThere} ${there.texts.join(" ")}`); return; }
    held.current = one.sitting.id;
    setLift({ ...one, dropping: true });
    const words = await drop(one.sitting, one.at);
    setLift(null);
    setSaid(words);
  };

  // A block that was put elsewhere is another element there: who carried it goes on with it.
  useEffect(() => {
    if (held.current && (document.activeElement === document.body || document.activeElement === null))
      document.querySelector<HTMLElement>(`[data-sitting="${CSS.escape(held.current)}"]`)?.focus();
  }, [board, lift]);

  const under = (event: PointerEvent, sitting: BoardSitting): Place | null => {
    const lane = document.elementsFromPoint(event.clientX, event.clientY).find(one => one instanceof HTMLElement && one.dataset.room !== undefined) as HTMLElement | undefined;
    if (!lane) return null;
    const box = lane.getBoundingClientRect();
    const minutes = first + (event.clientX - (press.current?.grab ?? 0) - box.left) / box.width * (last - first);
    return onGrid(board, sitting, { day: lane.dataset.day!, room: lane.dataset.room!, minutes });
  };

  const now: Hands = {
    down: (event, sitting) => {
      dragged.current = false;
      if (!may || sitting.stays || event.button !== 0 || event.pointerType === "touch" || lift) return;
      press.current = { sitting, x: event.clientX, y: event.clientY, grab: event.clientX - event.currentTarget.getBoundingClientRect().left };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    key: (event, sitting) => {
      if (!lift) {
        if (event.key !== "Enter") return;
        event.preventDefault();
        if (!may || sitting.stays) setSaid(t.fixed);
        else setLift({ sitting, at: placeOf(sitting), by: "keys", fresh: true, dropping: false });
        return;
      }
      if (event.key === "Tab") return;
      event.preventDefault();
      if (lift.dropping) return;
      if (event.key === "Escape") { cancel(); return; }
      if (lift.by !== "keys") return;
      if (event.key === "Enter") { void put(lift); return; }
      const at = stepped(board, lift.sitting, lift.at, event.key);
      if (at) setLift({ ...lift, at, fresh: false });
    },
    blur: () => { if (lift?.by === "keys") cancel(); },
    click: sitting => {
      if (!dragged.current && !lift) show(sitting.id);
    },
  };
  const carry = (event: PointerEvent) => {
    if (!press.current || lift?.dropping) return;
    if (!dragged.current && Math.hypot(event.clientX - press.current.x, event.clientY - press.current.y) < slack) return;
    dragged.current = true;
    if (event.clientY > window.innerHeight - edge) window.scrollBy(0, edge / 3);
    else if (event.clientY < edge) window.scrollBy(0, -edge / 3);
    const { sitting } = press.current;
    const at = under(event, sitting) ?? lift?.at;
    if (at && !(lift && samePlace(at, lift.at))) setLift({ sitting, at, by: "pointer", fresh: false, dropping: false });
  };
  const release = (event: PointerEvent) => {
    if (!press.current) return;
    const { sitting } = press.current;
    const at = under(event, sitting) ?? lift?.at;
    press.current = null;
    if (dragged.current && at && !lift?.dropping) void put({ sitting, at, by: "pointer", fresh: false, dropping: false });
    // The click that ends a drag comes before this, and no other is meant.
    setTimeout(() => { dragged.current = false; });
  };
  const latest = useRef({ ...now, carry, release, cancel });
  latest.current = { ...now, carry, release, cancel };
  useEffect(() => {
    const move = (event: PointerEvent) => latest.current.carry(event);
    const up = (event: PointerEvent) => latest.current.release(event);
    const stop = () => latest.current.cancel();
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", stop);
    return () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", stop);
    };
  }, []);
  const hands = useMemo<Hands>(() => ({
    down: (event, sitting) => latest.current.down(event, sitting), key: (event, sitting) => latest.current.key(event, sitting), blur: event => latest.current.blur(event), click: sitting => latest.current.click(sitting),
  }), []);

  const lanes = useMemo(() => Map.groupBy(board.sittings, one => `${dayOf(one.start)} ${one.room}`), [board]);
  const marks = Array.from({ length: Math.floor(last / 60) - Math.ceil(first / 60) + 1 }, (_, i) => (Math.ceil(first / 60) + i) * 60);
  const status = lift?.dropping ? t.putting : lift && found
    ? `${lift.fresh ? t.lifted(whereIs(lift.sitting, lift.at)) : whereIs(lift.sitting, lift.at) + "."} ${found.texts.length > 0 ? `${t.clash(found.texts.length)} ${found.texts.join(" ")}` : t.free}`
    : said;

  // What is carried by keys is followed by the window.
  useEffect(() => {
    if (lift?.by === "keys") document.querySelector(".bar.preview")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [lift]);

  return (
    <div className={`board${lift ? " carrying" : ""}`}>
      <p id={hint} className="quiet">{may && t.intro} {t.zone(when.zone)}.</p>
      <table aria-label={t.grid} style={{ "--hours": (last - first) / 60 } as CSSProperties}>
        {board.days.map(day => (
          <tbody key={day}>
            <tr className="board-day">
              <th scope="rowgroup">{when.weekday(day)}</th>
              <td aria-hidden><span className="ticks">{marks.map(mark => <span key={mark} style={{ left: `${100 * (mark - first) / (last - first)}%` }}>{mark / 60} h</span>)}</span></td>
            </tr>
            {board.rooms.map(room => (
              <tr key={room.id}>
                <th scope="row">{room.name}</th>
                <td>
                  <Lane board={board} subject={subject} day={day} room={room} sittings={lanes.get(`${day} ${room.id}`) ?? none} lifted={lift?.sitting ?? null} hint={hint} hands={hands}
                    preview={lift && lift.at.day === day && lift.at.room === room.id ? { at: lift.at, bad: (found?.texts.length ?? 0) > 0 } : null} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p role="status" className={`board-said${status ? "" : " silent"}${lift && found && found.texts.length > 0 ? " bad" : ""}`}>{status}</p>
    </div>
  );
}

const none: readonly BoardSitting[] = [];
