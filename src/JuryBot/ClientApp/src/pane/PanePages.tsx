import { Spinner } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { Link, Redirect, Route, Router, Switch, useLocation } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { Me } from "../api/types";
import { isCoordinator, isDirector, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Guard } from "../ui/Guard";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { files } from "./files";
import type { Context } from "./office";
import { paneTexts } from "./paneTexts";

const Convene = lazy(() => files.convene().then(file => ({ default: file.Convene })));
const Sender = lazy(() => files.sender().then(file => ({ default: file.Sender })));
const SeatPage = lazy(() => files.seat().then(file => ({ default: file.SeatPage })));
const OwnConvocation = lazy(() => import("../sittings/OwnConvocation").then(file => ({ default: file.OwnConvocation })));
const SittingPage = lazy(() => files.sitting().then(file => ({ default: file.SittingPage })));
const CandidatePage = lazy(() => files.candidate().then(file => ({ default: file.CandidatePage })));
const SessionPage = lazy(() => import("../sessions/SessionPage").then(file => ({ default: file.SessionPage })));
const Pages = lazy(() => import("../app/Pages").then(file => ({ default: file.Pages })));

const isOffice = (me: Me) => isCoordinator(me) || isDirector(me);

/** Where the pane begins, for whom it serves beside this item. */
function startOf(context: Context, me: Me): string {
  switch (context.kind) {
    case "organiser": return context.sitting ? (isOffice(me) ? `/sittings/${context.sitting}` : `/seat/${context.sitting}`) : isCoordinator(me) ? "/convene" : "/nothing";
    case "attendee": return context.sitting ? `/seat/${context.sitting}` : "/nothing";
    case "message": return isOffice(me) ? "/sender" : context.sitting ? `/seat/${context.sitting}` : "/nothing";
    case "nothing": return "/nothing";
  }
}

/** What the page there reads first. */
export function firstReads(context: Context, me: Me) {
  const [, page, id] = startOf(context, me).split("/");
  switch (page) {
    case "seat": return [`sittings/${id}/seat`] as const;
    case "sittings": return [`sittings/${id}`] as const;
    case "convene": return ["sessions", "certifications", "candidates", "rooms"] as const;
    default: return [];
  }
}

/** A link that is opened elsewhere leads to the same page of the console. */
const inConsole = (href: string) => `${import.meta.env.BASE_URL}#${href}`;

export function PanePages({ context }: { context: Context }) {
  const start = startOf(context, useMe());
  const [memory] = useState(() => memoryLocation({ path: start }));
  return <Router hook={memory.hook} hrefs={inConsole}><Inside context={context} start={start} /></Router>;
}

function Inside({ context, start }: { context: Context; start: string }) {
  const t = useTexts(paneTexts);
  const me = useMe();
  const [at] = useLocation();
  const elsewhere = (id: string) => isOffice(me)
    ? <Redirect to={`/sittings/${id}`} replace />
    : <OwnConvocation id={id} otherwise={<Page title={t.notYours} fictitious={false}><p>{t.notYoursNext}</p></Page>} />;
  return (
    <main id="main" className="main" tabIndex={-1}>
      <Notice />
      {at !== start && !(start.startsWith("/seat/") && at === start.replace("/seat/", "/sittings/")) && <p className="up"><Link href={start}>← {t.start}</Link></p>}
      <Guard key={at}>
        <Suspense fallback={<Spinner />}>
          <Switch>
            <Route path="/nothing"><Page title={t.nothing} fictitious={false}><p>{t.nothingNext[context.kind]}</p></Page></Route>
            <Route path="/convene">{context.kind === "organiser" && <Convene start={context.start} end={context.end} />}</Route>
            <Route path="/sender">{context.kind === "message" && <Sender sender={context.sender} />}</Route>
            <Route path="/seat/:id">{({ id }) => <SeatPage key={id} id={id} otherwise={elsewhere(id)} />}</Route>
            <Route path="/sittings/:id">{({ id }) => <SittingPage key={id} id={id} />}</Route>
            <Route path="/sessions/new/:like?"><Pages known={isOffice(me)} /></Route>
            <Route path="/sessions/:id">{({ id }) => <SessionPage key={id} id={id} />}</Route>
            <Route path="/candidates/:id">{({ id }) => <CandidatePage key={id} id={id} />}</Route>
            <Route><Pages known={isOffice(me)} /></Route>
          </Switch>
        </Suspense>
      </Guard>
    </main>
  );
}
