import type { ProposedSitting, Seat } from "../api/types";
import { useTexts } from "../app/texts";
import { Pill } from "../ui/Pill";
import { RolePill } from "../ui/RolePill";
import { useWhen } from "../ui/when";
import { revisionTexts } from "./revisionTexts";

export const anchorOf = (sitting: ProposedSitting) => `proposed-${sitting.id}`;

const tones = { changed: "warn", new: "info", cancelled: "bad", kept: "neutral" } as const;

/** Each sitting that changes, before and after; those that stay are folded away. */
export function ProposedChanges({ sittings }: { sittings: readonly ProposedSitting[] }) {
  const t = useTexts(revisionTexts);
  const changes = sittings.filter(one => one.change !== "kept");
  const kept = sittings.filter(one => one.change === "kept");
  return (
    <div className="stack">
      <h3>{t.changes(changes.length)}</h3>
      <div className="panels">{changes.map(one => <Change key={one.id} sitting={one} />)}</div>
      {kept.length > 0 && (
        <details>
          <summary>{t.kept(kept.length)}</summary>
          <div className="panels">{kept.map(one => <Change key={one.id} sitting={one} />)}</div>
        </details>
      )}
    </div>
  );
}

function Change({ sitting }: { sitting: ProposedSitting }) {
  const t = useTexts(revisionTexts);
  const when = useWhen();
  const { before, after } = sitting;
  const shown = (after ?? before)!;
  const span = (one: NonNullable<typeof before>) => `${when.shortDay(one.start)}, ${when.time(one.start)}–${when.time(one.end)}`;
  const was = (id: string) => before?.candidates.find(one => one.id === id);
  const leaving = sitting.change === "changed" ? before!.candidates.filter(one => !after!.candidates.some(now => now.id === one.id)) : [];
  const seatOf = (seats: readonly Seat[] | undefined, seat: Seat) => seats?.some(one => one.person === seat.person && one.role === seat.role) ?? false;
  const left = sitting.change === "changed" ? before!.panel.filter(seat => !seatOf(after!.panel, seat)) : [];
  return (
    <article id={anchorOf(sitting)} tabIndex={-1} className={`panel change ${sitting.change}`}>
      <h4>
        <Pill tone={tones[sitting.change]}>{t.change[sitting.change]}</Pill>{" "}
        {sitting.moves && before && after && <><del>{span(before)}</del> → </>}{span(shown)} · {sitting.changesRoom && before && <><del>{before.roomName}</del> → </>}{shown.roomName}
      </h4>
      {sitting.begun && <p className="quiet">{t.begun}</p>}
      <ul className="seats">
        {shown.panel.map(seat => (
          <li key={seat.role + seat.person}>
            <RolePill role={seat.role} name={seat.roleName} /> {seat.name}{" "}
            {sitting.change === "changed" && !seatOf(before?.panel, seat) && <Pill tone="info">{t.joins}</Pill>}
          </li>
        ))}
        {left.map(seat => <li key={seat.role + seat.person}><del>{seat.name}</del> <Pill tone="bad">{t.leaves}</Pill></li>)}
      </ul>
      <ol className="plain">
        {shown.candidates.map(one => (
          <li key={one.id}>
            <span className="time">{sitting.change === "changed" && was(one.id) && was(one.id)!.start !== one.start && <><del>{when.time(was(one.id)!.start)}</del> → </>}{when.time(one.start)}</span> {one.name}{" "}
            {sitting.change === "changed" && !was(one.id) && <Pill tone="info">{t.joins}</Pill>}
          </li>
        ))}
        {leaving.map(one => <li key={one.id}><del>{when.time(one.start)} {one.name}</del> <Pill tone="bad">{t.leaves}</Pill></li>)}
      </ol>
    </article>
  );
}
