import { SearchBox, Select } from "@fluentui/react-components";
import type { Candidate } from "../api/types";
import { useTexts } from "../app/texts";
import { candidateTexts } from "./candidateTexts";

export interface Filter { search: string; promotion: string; route: string }
export const noFilter: Filter = { search: "", promotion: "", route: "" };

interface Props {
  candidates: readonly Candidate[];
  routes: ReadonlyMap<string, string>;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function CandidateFilters({ candidates, routes, filter, onChange }: Props) {
  const t = useTexts(candidateTexts);
  const promotions = [...new Set(candidates.map(one => one.promotion))].sort().reverse();
  const used = [...new Set(candidates.map(one => one.route))];
  return (
    <div className="filters" role="search">
      <SearchBox value={filter.search} placeholder={t.search} aria-label={t.search}
        onChange={(_, data) => onChange({ ...filter, search: data.value })} />
      <Select value={filter.promotion} aria-label={t.promotion} onChange={(_, data) => onChange({ ...filter, promotion: data.value })}>
        <option value="">{t.allPromotions}</option>
        {promotions.map(one => <option key={one}>{one}</option>)}
      </Select>
      <Select value={filter.route} aria-label={t.route} onChange={(_, data) => onChange({ ...filter, route: data.value })}>
        <option value="">{t.allRoutes}</option>
        {used.map(one => <option key={one} value={one}>{routes.get(one) ?? one}</option>)}
      </Select>
    </div>
  );
}
