import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { later, useAct, useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { useSessionName } from "../sessions/sessionName";
import { Also } from "../ui/Also";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { Pill } from "../ui/Pill";
import { ProblemBar } from "../ui/ProblemBar";
import { Problems } from "../ui/Problems";
import { useWhen } from "../ui/when";
import { Acts } from "./Acts";
import { Altered } from "./Altered";
import { Deposits } from "./Deposits";
import { Displaced } from "./Displaced";
import { Exams } from "./Exams";
import { Minutes } from "./Minutes";
import { Panel } from "./Panel";
import { Publication } from "./Publication";
import { Reminders } from "./Reminders";
import { sittingTexts } from "./sittingTexts";

export function SittingPage({ id }: { id: string }) {
  const t = useTexts(sittingTexts);
  const api = useApi();
  const when = useWhen();
  const name = useSessionName();
  const query = useRead(`sittings/${id}`, one => !one.published && later);
  const session = useRead(`sessions/${query.data?.session}`, undefined, query.data !== undefined);
  const refresh = useAct((_: void, key) => api.post(`sittings/${id}/refresh`, key));
  const sitting = query.data;
  return (
    <Page title={sitting ? `${when.day(sitting.start)}, ${when.time(sitting.start)}–${when.time(sitting.end)}` : t.title}
      up={sitting && { href: `/sessions/${sitting.session}`, text: session.data ? name(session.data) : t.session }}
      subtitle={sitting && <>
        {sitting.roomName} <Pill tone={sitting.published ? "done" : sitting.state === "open" ? "info" : "neutral"}>
          {sitting.published ? t.published : textOf(t.states, sitting.state)}</Pill>
        {sitting.eventSent === false && <> <Pill tone="warn">{t.sending}</Pill></>}</>}
      actions={sitting?.state === "convened" &&
        <Button icon={refresh.isPending ? <Spinner size="tiny" /> : <ArrowSyncRegular />} disabled={refresh.isPending}
          onClick={() => refresh.mutate()}>{t.refresh}</Button>}
      fictitious={sitting?.fictitious}>
      <div aria-live="polite">
        {refresh.error ? <ProblemBar error={refresh.error} retry={() => refresh.mutate()} />
          : refresh.isSuccess && <p className="quiet">{t.refreshed}</p>}
      </div>
      <Loaded query={query}>
        {one => (
          <>
            <Also of={`sittings/${id}`} />
            <Problems of={`sittings/${id}`} problems={one.problems} />
            {one.displaced.length > 0 && <Displaced sitting={one} />}
            {one.altered.length > 0 && <Altered sitting={one} />}
            {one.state === "cancelled" && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{t.cancelled}</MessageBarBody></MessageBar>}
            <Panel sitting={one} />
            <Acts sitting={one} />
            <Exams sitting={one} />
            <Deposits sitting={one} />
            {one.acknowledgements.length > 0 && <Minutes sitting={one} />}
            {one.reminders.length > 0 && <Reminders sitting={one} />}
            {one.state !== "cancelled" && <Publication sitting={one} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
