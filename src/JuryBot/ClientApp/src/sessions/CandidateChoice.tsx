import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { Link } from "wouter";
import type { Candidate } from "../api/types";
import { useTexts } from "../app/texts";
import { Blocks } from "../candidates/Blocks";
import { CandidateFilters, noFilter } from "../candidates/CandidateFilters";
import { passes } from "../candidates/CandidatesPage";
import { More } from "../ui/More";
import { type Standing, standing } from "./eligibility";
import { formTexts } from "./formTexts";
import type { Part } from "./SessionForm";

export function CandidateChoice({ settings, certification, set, problem, candidates }: Part & { candidates: readonly Candidate[] }) {
  const t = useTexts(formTexts);
  const [filter, setFilter] = useState({ ...noFilter, promotion: settings.promotion });
  const [followed, setFollowed] = useState(settings.promotion);
  if (followed !== settings.promotion) {
    setFollowed(settings.promotion);
    setFilter({ ...filter, promotion: candidates.some(one => one.promotion === settings.promotion) ? settings.promotion : "" });
  }
  const routes = new Map(certification.routes.map(route => [route.id, route.name]));
  const shown = candidates.filter(one => passes(one, filter))
    .map(one => ({ one, standing: standing(one, certification, settings.kind, settings.block) }));
  const eligible = shown.filter(row => row.standing === "eligible").map(row => row.one.id);
  const chosen = new Set(settings.candidates);
  const may = (value: Standing) => value === "eligible" || (value === "noIntermediate" && settings.everyRoute);
  const choose = (id: string, yes: boolean) =>
    set({ candidates: yes ? [...settings.candidates, id] : settings.candidates.filter(one => one !== id) });
  return (
    <section className="card stack">
      <h2>{t.who}</h2>
      {candidates.length === 0 ? <p>{t.noCandidates} <Link href="/import">{t.importThem}</Link></p> : (
        <>
          <CandidateFilters candidates={candidates} routes={routes} filter={filter} onChange={setFilter} />
          <div className="inline" data-invalid={problem("candidates") ? "" : undefined}>
            <Button size="small" disabled={eligible.length === 0}
              onClick={() => set({ candidates: [...new Set([...settings.candidates, ...eligible])] })}>{t.all(eligible.length)}</Button>
            <Button size="small" disabled={chosen.size === 0} onClick={() => set({ candidates: [] })}>{t.none}</Button>
            <strong aria-live="polite">{t.chosen(chosen.size, candidates.length)}</strong>
            {problem("candidates") && <span className="wrong" role="alert">{problem("candidates")}</span>}
          </div>
          {settings.kind === "intermediate" && (settings.everyRoute || shown.some(row => row.standing === "noIntermediate")) && (
            <Checkbox label={t.everyRoute} checked={settings.everyRoute} onChange={(_, data) => set({ everyRoute: data.checked === true })} />
          )}
          <More items={shown}>
            {rows => (
              <ul className="choices">
                {rows.map(({ one, standing: value }) => (
                  <li key={one.id}>
                    <Checkbox checked={chosen.has(one.id)} disabled={!may(value) && !chosen.has(one.id)}
                      onChange={(_, data) => choose(one.id, data.checked === true)} label={one.name} />
                    <span className="quiet">{routes.get(one.route) ?? one.route}{value !== "eligible" && <em> · {t.standings[value]}</em>}</span>
                    <Blocks blocks={one.blocks} />
                  </li>
                ))}
              </ul>
            )}
          </More>
        </>
      )}
    </section>
  );
}
