import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { BoardRegular, CopyRegular } from "@fluentui/react-icons";
import { useLocation } from "wouter";
import { later, soon, useRead } from "../api/use";
import type { Session } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Also } from "../ui/Also";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { NotReachable } from "./NotReachable";
import { Problems } from "../ui/Problems";
import { useWhen } from "../ui/when";
import { Availability } from "./Availability";
import { Convene } from "./Convene";
import { Declines } from "./Declines";
import { PlanSection } from "./PlanSection";
import { planTexts } from "./planTexts";
import { Presidents } from "./Presidents";
import { RevisionSection } from "./RevisionSection";
import { useSessionName } from "./sessionName";
import { underWay } from "./SessionsPage";
import { sessionTexts } from "./sessionTexts";
import { SittingsTable } from "./SittingsTable";
import { Steps } from "./Steps";

const revising = ({ revision }: Session) => revision?.state === "working" || revision?.state === "applying";

const awaitsDirector = ({ kind, state, presidents }: Session) => kind === "final" && state === "draft" && presidents.length === 0;

export function SessionPage({ id }: { id: string }) {
  const t = useTexts(sessionTexts);
  const plan = useTexts(planTexts);
  const when = useWhen();
  const name = useSessionName();
  const [, go] = useLocation();
  const coordinator = isCoordinator(useMe());
  const query = useRead(`sessions/${id}`, one => underWay(one) || revising(one) ? soon : (one.state === "convened" || awaitsDirector(one)) && later);
  const certifications = useRead("certifications");
  const session = query.data;
  const certification = certifications.data?.find(c => c.id === session?.certification);
  return (
    <Page title={session ? name(session) : t.title} up={{ href: "/sessions", text: t.title }}
      subtitle={session && [certification?.title,
        when.days(session.window),
        t.hours(session.window.dayFrom.slice(0, 5), session.window.dayTo.slice(0, 5)),
        t.candidates(session.candidates.length)].filter(Boolean).join(" · ")}
      actions={session && coordinator && (
        <>
          {(session.state === "planned" || session.state === "convened") &&
            <Button icon={<BoardRegular />} onClick={() => go(`/sessions/${id}/board`)}>{t.board}</Button>}
          <Button icon={<CopyRegular />} onClick={() => go(`/sessions/new/${id}`)}>{t.copy}</Button>
        </>
      )}
      fictitious={session?.fictitious}>
      <Loaded query={query}>
        {one => (
          <>
            <Also of={`sessions/${id}`} declarations />
            <Problems of={`sessions/${id}`} problems={one.problems} />
            <NotReachable session={one} />
            <Steps session={one} />
            {coordinator && one.state === "convened" && one.problems.length === 0 && one.sittings.length > 0 && one.sittings.every(sitting => sitting.state === "convened") &&
              <MessageBar intent="success" layout="multiline"><MessageBarBody>{plan.convene.done(one.sittings.length)}</MessageBarBody></MessageBar>}
            {one.kind === "final" && <Presidents session={one} />}
            {one.declines.length > 0 && <Declines declines={one.declines} />}
            <Availability session={one} />
            {one.sittings.length > 0 && <SittingsTable sittings={one.sittings} />}
            {(one.state === "convened" || (one.state === "planned" && !!one.progress?.done)) && <RevisionSection session={one} certification={certification} />}
            {(one.state === "planned" || one.state === "convening") && <Convene session={one} />}
            {one.state !== "convened" && <PlanSection session={one} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
