import { Link } from "wouter";
import { useApi } from "../api/api";
import type { CandidateRecord } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { Annul } from "../ui/Annul";
import { Pill } from "../ui/Pill";
import { useWhen } from "../ui/when";
import { blockTones, candidateTexts } from "./candidateTexts";

/** One block: where it stands and every jury that looked at it. */
export function BlockHistory({ candidate, block }: { candidate: string; block: CandidateRecord["blocks"][number] }) {
  const t = useTexts(candidateTexts);
  const api = useApi();
  const when = useWhen();
  return (
    <article className="block">
      <header>
        <h3>{block.block}. {block.title}</h3>
        <Pill tone={blockTones[block.state] ?? "neutral"}>{textOf(t.states, block.state)}</Pill>
      </header>
      {block.history.length === 0 ? <p className="quiet">{t.noHistory}</p> : (
        <ul className="timeline">
          {block.history.map((entry, i) => (
            <li key={i}>
              {when.moment(entry.at)} · <strong>{t.entry(textOf(t.kinds, entry.kind), textOf(t.outcomes, entry.outcome))}</strong>
              {entry.annulled && <> <Pill tone="bad">{t.annulled}</Pill></>}
              {" · "}{entry.published ? t.published : t.unpublished} · <Link href={`/sittings/${entry.sitting}`}>{t.seeSitting}</Link>
              {entry.reason && <div>{t.reason} {entry.reason}</div>}
            </li>
          ))}
        </ul>
      )}
      {block.history.filter(entry => !entry.annulled).at(-1)?.published && (
        <Annul annul={(reason, key) => api.post(`candidates/${candidate}/annulments`, key, { block: block.block, reason })} title={t.annulBlock(block.block)} says={t.annulBlockSays} />
      )}
    </article>
  );
}
