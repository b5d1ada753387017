import { Link } from "wouter";
import { useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { sittingTexts } from "../sittings/sittingTexts";
import { Fictitious } from "../ui/Fictitious";
import { Loaded } from "../ui/Loaded";
import { Pill } from "../ui/Pill";
import { responseTones } from "../ui/responseTones";
import { useWhen } from "../ui/when";
import { paneTexts } from "./paneTexts";

/** The sittings to come of whoever wrote, with their answer: a mail of refusal is a press away from its jury. */
export function Held({ person }: { person: string }) {
  const t = useTexts(paneTexts);
  const sitting = useTexts(sittingTexts);
  const when = useWhen();
  const query = useRead(`people/${person}/sittings`);
  return (
    <section className="card stack">
      <h2>{t.held}</h2>
      <Loaded query={query}>
        {all => all.length === 0 ? <p className="quiet">{t.heldNone}</p> : (
          <ul>
            {all.map(one => (
              <li key={one.id}>
                <Link href={`/sittings/${one.id}`}>{when.day(one.start)}, {when.time(one.start)}, {one.roomName}</Link>{" "}
                <Pill tone={responseTones[one.response]}>{textOf(sitting.responses, one.response)}</Pill>{" "}
                {one.fictitious && <Fictitious of="row" />}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
