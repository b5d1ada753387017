import { lazy, Suspense } from "react";
import { Spinner } from "@fluentui/react-components";
import { Link, Redirect, Route, Switch } from "wouter";
import { CandidatePage } from "../candidates/CandidatePage";
import { CandidatesPage } from "../candidates/CandidatesPage";
import { PeoplePage } from "../people/PeoplePage";
import { PresidentsPage } from "../presidents/PresidentsPage";
import { RosterPage } from "../roster/RosterPage";
import { SessionFormPage } from "../sessions/SessionFormPage";
import { SessionPage } from "../sessions/SessionPage";
import { SessionsPage } from "../sessions/SessionsPage";
import { OwnConvocation } from "../sittings/OwnConvocation";
import { SeatPage } from "../sittings/SeatPage";
import { SittingPage } from "../sittings/SittingPage";
import { Empty } from "../ui/Empty";
import { Page } from "../ui/Page";
import { appTexts } from "./appTexts";
import { useMe } from "./me";
import { NoRole } from "./NoRole";
import { useTexts } from "./texts";

const BoardPage = lazy(() => import("../board/BoardPage"));

export function Pages({ known }: { known: boolean }) {
  const t = useTexts(appTexts);
  const me = useMe();
  if (!known) {
    const none = <NoRole mail={me.mail} />;
    return <Switch><Route path="/sittings/:id">{({ id }) => <SeatPage key={id} id={id} otherwise={<OwnConvocation id={id} otherwise={none} />} />}</Route><Route>{none}</Route></Switch>;
  }
  return (
    <Switch>
      <Route path="/"><Redirect to="/sessions" replace /></Route>
      <Route path="/sessions"><SessionsPage /></Route>
      <Route path="/sessions/new/:like?">{({ like }) => <SessionFormPage key={like} like={like} />}</Route>
      <Route path="/sessions/:id">{({ id }) => <SessionPage key={id} id={id} />}</Route>
      <Route path="/sessions/:id/board">{({ id }) => <Suspense fallback={<Spinner />}><BoardPage key={id} id={id} /></Suspense>}</Route>
      <Route path="/sittings/:id">{({ id }) => <SittingPage key={id} id={id} />}</Route>
      <Route path="/presidents/:id?">{({ id }) => <PresidentsPage only={id} />}</Route>
      <Route path="/candidates"><CandidatesPage /></Route>
      <Route path="/candidates/:id">{({ id }) => <CandidatePage key={id} id={id} />}</Route>
      <Route path="/people"><PeoplePage /></Route>
      <Route path="/import"><RosterPage /></Route>
      <Route>
        <Page title={t.notFound} fictitious={false}>
          <Empty title={t.notFoundNext}><Link href="/sessions">{t.toSessions}</Link></Empty>
        </Page>
      </Route>
    </Switch>
  );
}
