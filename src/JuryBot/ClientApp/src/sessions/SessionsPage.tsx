import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { Link, useLocation } from "wouter";
import { soon, useRead } from "../api/use";
import type { SessionSummary } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { everyOne } from "../ui/Fictitious";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Problems } from "../ui/Problems";
import { SessionsTable } from "./SessionsTable";
import { sessionTexts } from "./sessionTexts";

export const underWay = ({ state }: Pick<SessionSummary, "state">) => state === "planning" || state === "convening";

export function SessionsPage() {
  const t = useTexts(sessionTexts);
  const [, go] = useLocation();
  const coordinator = isCoordinator(useMe());
  const sessions = useRead("sessions", all => all.some(underWay) && soon);
  const certifications = useRead("certifications");
  const parked = useRead("parked");
  return (
    <Page title={t.title} fictitious={everyOne(sessions.data)} actions={coordinator &&
      <Button appearance="primary" icon={<AddRegular />} onClick={() => go("/sessions/new")}>{t.create}</Button>}>
      {parked.data && <Problems of="parked" problems={parked.data.problems} />}
      <Loaded query={sessions}>
        {all => all.length === 0
          ? <Empty title={t.noneYet}><p>{t.noneYetNext}</p>{coordinator && <Link href="/import">{t.toImport}</Link>}</Empty>
          : <More items={all}>{shown => <SessionsTable sessions={shown} marked={!everyOne(all)} certifications={certifications.data ?? []} />}</More>}
      </Loaded>
    </Page>
  );
}
