import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { Link } from "wouter";
import { useApi } from "../api/api";
import { useAct, useRead } from "../api/use";
import type { Certification, Person, Session } from "../api/types";
import { useTexts } from "../app/texts";
import { useSessionName } from "../sessions/sessionName";
import { Confirm } from "../ui/Confirm";
import { Fictitious } from "../ui/Fictitious";
import { Loaded } from "../ui/Loaded";
import { useWhen } from "../ui/when";
import { presidentTexts } from "./presidentTexts";

/** Who may preside: externals of the employers' college who are registered for the seat. */
export function mayPreside(person: Person, certification: Certification | undefined): boolean {
  const seats = certification?.roles.final.filter(role => role.appointedByDirector) ?? [];
  return person.external === true && person.college === "employer" && seats.some(seat => person.capacities?.includes(seat.capacity));
}

export function Appointment({ id, people }: { id: string; people: readonly Person[] }) {
  const t = useTexts(presidentTexts);
  const when = useWhen();
  const name = useSessionName();
  const query = useRead(`sessions/${id}`);
  return (
    <Loaded query={query}>
      {session => (
        <section className="card stack" aria-labelledby={`session-${id}`}>
          <div>
            <h2 id={`session-${id}`}>{name(session)}</h2>
            {session.fictitious && <Fictitious of="row" />}
            <p className="quiet">{when.days(session.window)} · <Link href={`/sessions/${id}`}>{t.see}</Link></p>
          </div>
          <Choice key={session.presidents.map(one => one.person).join()} session={session} people={people} title={name(session)} />
        </section>
      )}
    </Loaded>
  );
}

function Choice({ session, people, title }: { session: Session; people: readonly Person[]; title: string }) {
  const t = useTexts(presidentTexts);
  const api = useApi();
  const when = useWhen();
  const appointed = new Map(session.presidents.map(one => [one.person, one]));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const act = useAct((_: void, key) => api.post(`sessions/${session.id}/presidents`, key, { people: [...chosen] }),
    undefined, [...chosen].join());
  const toggle = (id: string, yes: boolean) =>
    setChosen(now => new Set(yes ? [...now, id] : [...now].filter(one => one !== id)));
  if (people.length === 0) return <p>{t.noEligible}</p>;
  return (
    <>
      <fieldset className="rooms">
        <legend>{t.who}</legend>
        <p className="quiet">{t.several}</p>
        {people.map(one => {
          const since = appointed.get(one.id);
          return <Checkbox key={one.id} checked={since !== undefined || chosen.has(one.id)} disabled={since !== undefined} onChange={(_, data) => toggle(one.id, data.checked === true)}
            label={<>{one.name}{one.employer && <span className="quiet"> · {one.employer}</span>}{since && <span className="quiet"> · {t.appointed} {when.moment(since.at)}</span>}</>} />;
        })}
      </fieldset>
      <div>
        <Confirm act={act} title={t.ask(chosen.size)} verb={t.verb}
          trigger={<Button appearance="primary" disabled={chosen.size === 0}>{t.verb}…</Button>}>
          <p>{t.says(chosen.size, title)}</p>
          <ul>{people.filter(one => chosen.has(one.id)).map(one => <li key={one.id}>{one.name}</li>)}</ul>
          <p>{t.kept} {t.lasting}</p>
        </Confirm>
      </div>
    </>
  );
}
