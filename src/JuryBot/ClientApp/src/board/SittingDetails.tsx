import { Button, Field, Select } from "@fluentui/react-components";
import { ArrowMoveRegular, DismissRegular, PinOffRegular, PinRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { useTexts } from "../app/texts";
import { RolePill } from "../ui/RolePill";
import { useWhen } from "../ui/when";
import type { Board, BoardSitting, Place } from "./boardTypes";
import { useSpan } from "./BoardGrid";
import { boardTexts } from "./boardTexts";
import { clock, conflictsAt, frame, hours, lengthOf, minutesOf, onGrid, placeOf, samePlace } from "./place";

interface Props {
  board: Board;
  sitting: BoardSitting;
  may: boolean;
  busy: boolean;
  move: (at: Place) => void;
  /** Keeps it where it is when the plan is made again, or no longer; null where that is not asked. */
  pin: ((pinned: boolean) => void) | null;
  close: () => void;
}

/** Who is in a sitting, what it breaks where it lies, and moving it by choosing where. */
export function SittingDetails({ board, sitting, may, busy, move, pin, close }: Props) {
  const t = useTexts(boardTexts);
  const when = useWhen();
  const span = useSpan();
  const heading = useRef<HTMLHeadingElement>(null);
  const [at, setAt] = useState(placeOf(sitting));
  useEffect(() => { heading.current?.focus(); }, [sitting.id]);
  useEffect(() => setAt(placeOf(sitting)), [sitting.id, sitting.start, sitting.room]);
  const { first, last } = frame(board);
  const starts = [...new Set(Array.from({ length: (last - first) / board.slotMinutes + 1 }, (_, i) => onGrid(board, sitting, { ...at, minutes: first + i * board.slotMinutes }).minutes))];
  const still = samePlace(at, placeOf(sitting));
  const found = still ? null : conflictsAt(board, sitting, at, span);
  const room = board.rooms.find(one => one.id === sitting.room)?.name ?? sitting.room;
  return (
    <section className="card stack" aria-label={t.details}>
      <div className="section-head">
        <h2 ref={heading} tabIndex={-1}>{board.convened
          ? <Link href={`/sittings/${sitting.id}`}>{t.at(when.weekday(placeOf(sitting).day), hours(sitting), room)}</Link>
          : t.at(when.weekday(placeOf(sitting).day), hours(sitting), room)}</h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={t.close} onClick={close} />
      </div>
      {sitting.conflicts.length > 0 && <ul className="findings">{sitting.conflicts.map(one => <li key={one.text} className="error">{one.text}</li>)}</ul>}
      {sitting.was && <p className="quiet">{t.was} · {t.at(when.weekday(placeOf(sitting.was).day), hours(sitting.was), board.rooms.find(one => one.id === sitting.was!.room)?.name ?? "")}</p>}
      <div className="columns">
        <ul className="seats">{sitting.panel.map(seat => <li key={seat.role + seat.person}><RolePill role={seat.role} name={seat.roleName} /> {seat.name}</li>)}</ul>
        <ol className="plain">{sitting.candidates.map(one => <li key={one.id}><span className="time">{one.start.slice(11)}</span> {one.name}</li>)}</ol>
      </div>
      {sitting.stays && <p className="quiet">{t.fixed}</p>}
      {may && !sitting.stays && (
        <>
          <div className="fields">
            <Field label={t.day}><Select value={at.day} onChange={(_, { value }) => setAt({ ...at, day: value })}>{board.days.map(day => <option key={day} value={day}>{when.weekday(day)}</option>)}</Select></Field>
            <Field label={t.room}><Select value={at.room} onChange={(_, { value }) => setAt({ ...at, room: value })}>{board.rooms.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</Select></Field>
            <Field label={t.time}><Select value={clock(at.minutes)} onChange={(_, { value }) => setAt({ ...at, minutes: minutesOf(value) })}>
              {starts.map(one => <option key={one} value={clock(one)}>{clock(one)}–{clock(one + lengthOf(sitting))}</option>)}
            </Select></Field>
          </div>
          {found && <p role="status" className={found.texts.length > 0 ? "wrong" : "quiet"}>{found.texts.length > 0 ? `${t.clash(found.texts.length)} ${found.texts.join(" ")}` : t.free}</p>}
          <div className="actions">
            <Button appearance="primary" icon={<ArrowMoveRegular />} disabled={busy || still || found?.impossible} onClick={() => move(at)}>{t.move}</Button>
            {pin && <Button icon={sitting.pinned ? <PinOffRegular /> : <PinRegular />} disabled={busy} onClick={() => pin(!sitting.pinned)}>{sitting.pinned ? t.release : t.pin}</Button>}
          </div>
        </>
      )}
    </section>
  );
}
