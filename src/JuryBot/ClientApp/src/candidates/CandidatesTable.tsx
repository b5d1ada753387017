import { Link } from "wouter";
import type { Candidate } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { Fictitious } from "../ui/Fictitious";
import { Pill } from "../ui/Pill";
import { Blocks } from "./Blocks";
import { candidateTexts } from "./candidateTexts";

interface Props {
  candidates: readonly Candidate[];
  routes: ReadonlyMap<string, string>;
  /** Whether a row marks what is fictitious. */
  marked: boolean;
}

export function CandidatesTable({ candidates, routes, marked }: Props) {
  const t = useTexts(candidateTexts);
  return (
    <table className="list">
      <thead>
        <tr><th>{t.name}</th><th>{t.promotion}</th><th>{t.route}</th><th>{t.blocks}</th><th>{t.award}</th><th>{t.contact}</th></tr>
      </thead>
      <tbody>
        {candidates.map(one => (
          <tr key={one.id}>
            <td className="first"><Link href={`/candidates/${one.id}`}>{one.name}</Link> {marked && one.fictitious && <Fictitious of="row" />}</td>
            <td data-label={t.promotion}>{one.promotion}</td>
            <td data-label={t.route}>{routes.get(one.route) ?? one.route}</td>
            <td data-label={t.blocks}><Blocks blocks={one.blocks} /></td>
            <td data-label={t.award}>{one.award ? textOf(t.awards, one.award) : "–"}</td>
            <td data-label={t.contact}>
              {one.reachable
                ? <Pill tone="good" title={t.teamsTitle}>{t.teams}</Pill>
                : <Pill tone="neutral" title={t.mailTitle}>{t.mailOnly}</Pill>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
