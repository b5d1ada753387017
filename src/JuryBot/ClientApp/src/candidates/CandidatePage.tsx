import { Link } from "wouter";
import { useApi } from "../api/api";
import { useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { Also } from "../ui/Also";
import { Annul } from "../ui/Annul";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { Pill } from "../ui/Pill";
import { Problems } from "../ui/Problems";
import { useWhen } from "../ui/when";
import { BlockHistory } from "./BlockHistory";
import { candidateTexts } from "./candidateTexts";
import { Conflicts } from "./Conflicts";

export function CandidatePage({ id }: { id: string }) {
  const t = useTexts(candidateTexts);
  const when = useWhen();
  const api = useApi();
  const query = useRead(`candidates/${encodeURIComponent(id)}`);
  const certifications = useRead("certifications");
  const record = query.data;
  const route = certifications.data?.flatMap(c => c.routes).find(r => r.id === record?.route)?.name ?? record?.route;
  return (
    <Page title={record?.name ?? t.record} up={{ href: "/candidates", text: t.title }}
      subtitle={record && `${route} · ${t.promotion} ${record.promotion}`} fictitious={record?.fictitious}>
      <Loaded query={query}>
        {one => (
          <>
            <Also of={`candidates/${encodeURIComponent(id)}`} />
            <Problems of={`candidates/${encodeURIComponent(id)}`} problems={one.problems} />
            <section className="card stack">
              <h2>{t.awardTitle}</h2>
              {one.award?.published && (
                <div><Annul annul={(reason, key) => api.post(`candidates/${encodeURIComponent(id)}/annulments`, key, { block: null, reason })} title={t.annulAward} says={t.annulAwardSays} /></div>
              )}
              {one.award ? (
                <p>
                  <Pill tone={one.award.outcome === "title" ? "done" : one.award.outcome === "partial" ? "info" : "bad"}>{textOf(t.awards, one.award.outcome)}</Pill>{" "}
                  {when.moment(one.award.at)} · {one.award.published ? t.published : t.unpublished}
                  {one.award.reason && <><br />{t.reason} {one.award.reason}</>}
                </p>
              ) : <p className="quiet">{one.blocks.every(b => b.state === "acquired" || b.state === "certified") ? t.fiveNotTitle : t.noAward}</p>}
            </section>
            <section className="card stack">
              <h2>{t.blocks}</h2>
              {one.blocks.map(block => <BlockHistory key={block.block} candidate={one.id} block={block} />)}
              {one.blocks.some(block => block.state.startsWith("proposed")) && <p className="quiet">{t.subject}</p>}
            </section>
            <Conflicts candidate={one.id} />
            {one.appearances.length > 0 && (
              <section className="card stack">
                <h2>{t.appearances}</h2>
                <ul>{one.appearances.map(a => (
                  <li key={a.at}>
                    {t.appearance(when.moment(a.at), a.promotion, a.presentation ? textOf(t.presentations, a.presentation) : textOf(t.presences, a.presence))}
                    {a.annulled && <> <Pill tone="bad">{t.annulled}</Pill></>} · <Link href={`/sittings/${a.sitting}`}>{t.seeSitting}</Link>
                    {a.lateReason && <div>{t.reason} {a.lateReason}</div>}
                  </li>
                ))}</ul>
              </section>
            )}
            <section className="card stack">
              <h2>{t.certificates}</h2>
              {one.certificates.length === 0 && <p className="quiet">{t.noCertificates}</p>}
              <ul>{one.certificates.map(c => <li key={c.number}>{t.certificate(c.block, c.number, when.moment(c.at))} {c.annulled && <Pill tone="bad">{t.annulled}</Pill>}</li>)}</ul>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
