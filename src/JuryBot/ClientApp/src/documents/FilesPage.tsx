import { Link } from "wouter";
import { useRead } from "../api/use";
import { useTexts } from "../app/texts";
import { useSessionName } from "../sessions/sessionName";
import { Download } from "../ui/Download";
import { everyOne, Fictitious, useSomeFictitious } from "../ui/Fictitious";
import { Loaded } from "../ui/Loaded";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { uiTexts } from "../ui/uiTexts";
import { documentTexts } from "./documentTexts";
import { Templates } from "./Templates";

/** What is taken out of JuryBot: registers, results, files of sessions, templates. */
export function FilesPage() {
  const t = useTexts(documentTexts);
  const ui = useTexts(uiTexts);
  const name = useSessionName();
  const sessions = useRead("sessions");
  return (
    <Page title={t.filesTitle} subtitle={t.filesAbout} fictitious={useSomeFictitious()}>
      <section className="card stack" aria-labelledby="registers">
        <h2 id="registers">{t.registers}</h2>
        <p className="quiet">{t.awardsAbout}</p>
        <div><Download path="registers/awards" name="awards.xlsx" text={t.awards} /></div>
      </section>
      <section className="card stack" aria-labelledby="session-files">
        <h2 id="session-files">{t.sessionFiles}</h2>
        <Loaded query={sessions}>
          {all => all.length === 0 ? <p className="quiet">{t.noSession}</p> : (
            <More items={all}>{some => (
              <table className="list">
                <thead><tr><th>{t.session}</th><th>{t.results}</th><th>{t.title}</th></tr></thead>
                <tbody>{some.map(one => (
                  <tr key={one.id}>
                    <td className="first"><Link href={`/sessions/${one.id}`}>{name(one)}</Link> {one.fictitious && !everyOne(all) && <Fictitious of="row" />}</td>
                    <td data-label={t.results}><Download small path={`sessions/${one.id}/results`} name="results.xlsx" text={t.download} label={t.resultsOf(name(one))} /></td>
                    <td data-label={t.title}><Link href={`/sessions/${one.id}/documents`} aria-label={ui.of(t.more, name(one))}>{t.more}</Link></td>
                  </tr>
                ))}</tbody>
              </table>
            )}</More>
          )}
        </Loaded>
      </section>
      <Templates />
    </Page>
  );
}
