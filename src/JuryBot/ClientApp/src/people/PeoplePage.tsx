import { SearchBox, Select } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import { Link } from "wouter";
import { useRead } from "../api/use";
import type { Person } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { Empty } from "../ui/Empty";
import { useSomeFictitious } from "../ui/Fictitious";
import { Loaded } from "../ui/Loaded";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { matches } from "../ui/search";
import { PeopleTable } from "./PeopleTable";
import { peopleTexts } from "./peopleTexts";

/** Candidates have their own page. */
const isOfJuries = (one: Person) => one.roles.some(role => role !== "candidate");

export function PeoplePage() {
  const t = useTexts(peopleTexts);
  const people = useRead("people");
  const fictitious = useSomeFictitious();
  const [search, setSearch] = useState("");
  // Typing is not kept waiting by a list of ten thousand.
  const applied = useDeferredValue(search);
  const [capacity, setCapacity] = useState("");
  return (
    <Page title={t.title} subtitle={people.data && t.shown(people.data.filter(isOfJuries).length)} fictitious={fictitious}>
      <Loaded query={people}>
        {everybody => {
          const all = everybody.filter(isOfJuries);
          if (all.length === 0)
            return <Empty title={t.noneYet}><p>{t.noneYetNext}</p><Link href="/import">{t.toImport}</Link></Empty>;
          const shown = all.filter(one => (!capacity || one.capacities?.includes(capacity)) && matches(applied, one.name, one.mail, one.employer));
          return (
            <>
              <div className="filters" role="search">
                <SearchBox value={search} placeholder={t.search} aria-label={t.search} onChange={(_, data) => setSearch(data.value)} />
                <Select value={capacity} aria-label={t.capacity} onChange={(_, data) => setCapacity(data.value)}>
                  <option value="">{t.allCapacities}</option>
                  {[...new Set(all.flatMap(one => one.capacities ?? []))].map(one => <option key={one} value={one}>{textOf(t.capacities, one)}</option>)}
                </Select>
              </div>
              {shown.length === 0 ? <Empty title={t.noMatch} /> : <More items={shown}>{items => <PeopleTable people={items} />}</More>}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
