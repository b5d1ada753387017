import { SearchBox } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { Person } from "../api/types";
import { useTexts } from "../texts/texts";
import { groupsOf } from "./groups";
import { useNews } from "./news";
import { PersonRow } from "./PersonRow";
import styles from "./people.module.css";

interface Props {
  people: readonly Person[];
  current: string | null;
  onPick(person: Person): void;
  /** Side by side in columns, as on the welcome page, or one under the other. */
  layout: "column" | "columns";
}

export function PeopleList({ people, current, onPick, layout }: Props) {
  const { t } = useTexts();
  const [query, setQuery] = useState("");
  const news = useNews();
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  // In braces: newer browsers return a promise from scrolling, which is no clean-up.
  useEffect(() => { void list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }); }, [current]);
  const groups = groupsOf(people, query);
  const Heading = layout === "columns" ? "h2" : "h3";
  return (
    <div className={styles.people} data-layout={layout}>
      <SearchBox
        className={styles.search}
        placeholder={t("people.search")}
        aria-label={t("people.search")}
        value={query}
        dismiss={{ "aria-label": t("people.clear") }}
        onChange={(_, { value }) => setQuery(value)}
      />
      <div ref={list} className={styles.groups}>
        {groups.map((group) => (
          <section key={group.kind} className={styles.group} data-kind={group.kind} aria-labelledby={base + group.kind}>
            <Heading id={base + group.kind}>
              {t(`people.${group.kind}`)} <span>{group.people.length}</span>
            </Heading>
            <ul>
              {group.people.map((person) => (
                <li key={person.id}>
                  <PersonRow person={person} current={person.id === current} news={news[person.id] ?? []} onPick={onPick} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p role="status" className={styles.none}>
        {groups.length > 0 ? null : people.length === 0 ? t("people.empty") : t("people.none", { query })}
      </p>
    </div>
  );
}
