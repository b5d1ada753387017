import { Link } from "wouter";
import type { Decline } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { FirstSubstitute } from "../sittings/FirstSubstitute";
import { Replacement } from "../sittings/Replacement";
import { RolePill } from "../ui/RolePill";
import { useWhen } from "../ui/when";
import { revisionTexts } from "./revisionTexts";

/** For so many, calendars are read at once; for the others when somebody asks. */
const looked = 5;

/** Who declined, each with a substitute one press away. */
export function Declines({ declines }: { declines: readonly Decline[] }) {
  const t = useTexts(revisionTexts).declines;
  const when = useWhen();
  const coordinator = isCoordinator(useMe());
  return (
    <section className="card stack" aria-label={t.title(declines.length)}>
      <h2>{t.title(declines.length)}</h2>
      <p className="quiet">{t.next}</p>
      <ul className="choices tall">
        {declines.map((one, i) => (
          <li key={one.sitting + one.person}>
            <span><strong>{one.name}</strong> <RolePill role={one.role} name={one.roleName} /></span>
            <Link href={`/sittings/${one.sitting}`}>{when.shortDay(one.start)}, {when.time(one.start)}, {one.roomName}</Link>
            {coordinator && <Replacement sitting={one.sitting} seat={one} />}
            {coordinator && i < looked && <FirstSubstitute sitting={one.sitting} seat={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
