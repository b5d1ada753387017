import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useRead } from "../api/use";
import { isDirector, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { Appointment, mayPreside } from "./Appointment";
import { presidentTexts } from "./presidentTexts";

/** The director's page: every certification session that may still receive presidents, or only one of them. */
export function PresidentsPage({ only }: { only?: string }) {
  const t = useTexts(presidentTexts);
  const director = isDirector(useMe());
  const sessions = useRead("sessions");
  const people = useRead("people");
  const certifications = useRead("certifications");
  return (
    <Page title={t.title} fictitious={false}>
      <div className="notice"><p>{t.rule}</p><blockquote lang="fr">« {t.quotation} »</blockquote></div>
      {!director ? <MessageBar intent="warning"><MessageBarBody>{t.onlyDirector}</MessageBarBody></MessageBar> : (
        <Loaded query={sessions}>
          {all => {
            const waiting = all.filter(one => one.kind === "final" && one.state !== "convening" && one.state !== "convened" && (!only || one.id === only));
            if (waiting.length === 0) return <Empty title={t.none}><p>{t.noneNext}</p></Empty>;
            return <Loaded query={people}>
              {everyone => <>{waiting.map(one => <Appointment key={one.id} id={one.id}
                people={everyone.filter(person => mayPreside(person, certifications.data?.find(c => c.id === one.certification)))} />)}</>}
            </Loaded>;
          }}
        </Loaded>
      )}
    </Page>
  );
}
