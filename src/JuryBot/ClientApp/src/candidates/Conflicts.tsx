import { problemOf } from "../api/problem";
import { useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { linkTexts } from "../people/linkTexts";
import { Loaded } from "../ui/Loaded";
import { Pill } from "../ui/Pill";
import { candidateTexts } from "./candidateTexts";

/** Who is linked to the candidate, why, and whether they may sit on their jury. */
export function Conflicts({ candidate }: { candidate: string }) {
  const t = useTexts(candidateTexts).conflicts;
  const { kinds } = useTexts(linkTexts);
  const query = useRead(`candidates/${encodeURIComponent(candidate)}/conflicts`);
  // Nobody reads it of themself.
  if (problemOf(query.error).status === 404) return null;
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <Loaded query={query}>
        {jurors => jurors.length === 0 ? <p className="quiet">{t.none}</p> : (
          <>
            <p className="quiet">{t.about}</p>
            <ul>{jurors.map(one => (
              <li key={one.person}>
                {one.name} · {one.links.map(link => textOf(kinds, link)).join(", ")}{" "}
                {one.allowed.length === 0 ? <Pill tone="bad">{t.barred}</Pill>
                  : one.barred.length === 0 ? <Pill tone="neutral">{t.allowed}</Pill>
                  : <Pill tone="warn">{t.partly(one.barred.join(", "), one.allowed.join(", "))}</Pill>}
              </li>
            ))}</ul>
          </>
        )}
      </Loaded>
    </section>
  );
}
