import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Link, useLocation } from "wouter";
import { useRead } from "../api/use";
import type { Session } from "../api/types";
import { isDirector, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { useWhen } from "../ui/when";
import { sessionTexts } from "./sessionTexts";

/** Who may preside: appointed by the director; the coordinator sees who must do it. */
export function Presidents({ session }: { session: Session }) {
  const t = useTexts(sessionTexts).presidents;
  const when = useWhen();
  const director = isDirector(useMe());
  const [, go] = useLocation();
  const none = session.presidents.length === 0;
  const people = useRead("people", undefined, none && !director);
  const directors = people.data?.filter(one => one.roles.includes("director")).map(one => one.name).join(", ");
  const open = session.state !== "convening" && session.state !== "convened";
  const appoint = director && open &&
    <Button size={none ? "medium" : "small"} appearance={none ? "primary" : "secondary"}
      onClick={() => go(`/presidents/${session.id}`)}>{none ? t.appoint : t.change}</Button>;
  return (
    <section className="card stack" aria-label={t.title}>
      <h2>{t.title}</h2>
      {none
        ? (
          <MessageBar intent={director ? "info" : "warning"} layout="multiline">
            <MessageBarBody>{director ? t.mustMe : <>
              {t.must(directors || t.director)} {people.data && !directors && t.unknown}{" "}
              <Link href={`/presidents/${session.id}`}>{t.page}</Link>
            </>}</MessageBarBody>
            {appoint && <MessageBarActions>{appoint}</MessageBarActions>}
          </MessageBar>
        )
        : (
          <>
            <p>{t.appointed}</p>
            <ul>{session.presidents.map(one => <li key={one.person}>{t.by(one.name, one.by, when.moment(one.at))}</li>)}</ul>
            {appoint && <div>{appoint}</div>}
          </>
        )}
    </section>
  );
}
