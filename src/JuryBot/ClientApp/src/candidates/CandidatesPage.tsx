import { Button } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import { Link } from "wouter";
import { useRead } from "../api/use";
import type { Candidate } from "../api/types";
import { useTexts } from "../app/texts";
import { everyOne } from "../ui/Fictitious";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { matches } from "../ui/search";
import { BlocksLegend } from "./Blocks";
import { CandidateFilters, noFilter, type Filter } from "./CandidateFilters";
import { CandidatesTable } from "./CandidatesTable";
import { candidateTexts } from "./candidateTexts";

export function CandidatesPage() {
  const t = useTexts(candidateTexts);
  const candidates = useRead("candidates");
  const certifications = useRead("certifications");
  const [filter, setFilter] = useState<Filter>(noFilter);
  // Typing is not kept waiting by a list of ten thousand.
  const applied = useDeferredValue(filter);
  const routes = new Map(certifications.data?.flatMap(c => c.routes).map(route => [route.id, route.name]));
  return (
    <Page title={t.title} subtitle={candidates.data && t.shown(candidates.data.length)} fictitious={everyOne(candidates.data)}>
      <Loaded query={candidates}>
        {all => {
          if (all.length === 0)
            return <Empty title={t.noneYet}><p>{t.noneYetNext}</p><Link href="/import">{t.toImport}</Link></Empty>;
          const shown = all.filter(one => passes(one, applied));
          return (
            <>
              <CandidateFilters candidates={all} routes={routes} filter={filter} onChange={setFilter} />
              <BlocksLegend />
              {shown.length === 0
                ? <Empty title={t.noMatch}><Button onClick={() => setFilter(noFilter)}>{t.clear}</Button></Empty>
                : <More items={shown}>{items => <CandidatesTable candidates={items} routes={routes} marked={!everyOne(all)} />}</More>}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

export function passes(one: Candidate, filter: Filter): boolean {
  return (!filter.promotion || one.promotion === filter.promotion)
    && (!filter.route || one.route === filter.route)
    && matches(filter.search, one.name, one.mail, one.promotion);
}
