import { Button } from "@fluentui/react-components";
import { useApi } from "../api/api";
import { useAct, useRead } from "../api/use";
import type { components } from "../api/schema";
import { isCoordinator, useMe } from "../app/me";
import { textOf, useTexts } from "../app/texts";
import { linkTexts } from "../people/linkTexts";
import { useSessionName } from "../sessions/sessionName";
import { Confirm } from "../ui/Confirm";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Pill } from "../ui/Pill";
import { uiTexts } from "../ui/uiTexts";
import { useWhen } from "../ui/when";
import { declarationTexts } from "./declarationTexts";

/** `effect` of a link: null of a candidate they do not judge any more. */
type Juror = components["schemas"]["JurorDeclaration"];

/** Who has declared what of their links with the candidates of a session. */
export function DeclarationsPage({ id }: { id: string }) {
  const t = useTexts(declarationTexts);
  const name = useSessionName();
  const query = useRead(`sessions/${id}/declarations`);
  const session = useRead(`sessions/${id}`).data;
  return (
    <Page title={t.title} subtitle={session && name(session)} up={{ href: `/sessions/${id}`, text: t.up }} fictitious={session?.fictitious}>
      <p className="quiet">{t.about}</p>
      <Loaded query={query}>
        {({ required, jurors }) => jurors.length === 0 ? <Empty title={t.none}><p>{t.noneNext}</p></Empty> : (
          <>
            <p>{t.summary(jurors.filter(one => one.outstanding.length === 0).length, jurors.length)}. {required ? t.required : t.notRequired}</p>
            <Ask id={id} jurors={jurors.filter(one => one.outstanding.length > 0)} />
            <More items={jurors}>{some => <Jurors jurors={some} />}</More>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Ask({ id, jurors }: { id: string; jurors: readonly Juror[] }) {
  const t = useTexts(declarationTexts);
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const people = jurors.map(one => one.person);
  const act = useAct((_: void, key) => api.post(`sessions/${id}/declarations/asks`, key, { people }), undefined, people.join());
  if (!coordinator) return null;
  return (
    <div className="actions">
      {jurors.length > 0 && (
        <Confirm act={act} title={t.askTitle} verb={t.ask} trigger={<Button>{t.ask}…</Button>}>
          <p>{t.askSays(jurors.length)}</p>
          <ul>{jurors.map(one => <li key={one.person}>{one.name}</li>)}</ul>
        </Confirm>
      )}
      <span role="status" className="quiet">{act.isSuccess && t.done}</span>
    </div>
  );
}

function Jurors({ jurors }: { jurors: readonly Juror[] }) {
  const t = useTexts(declarationTexts);
  const ui = useTexts(uiTexts);
  const { kinds } = useTexts(linkTexts);
  const when = useWhen();
  return (
    <table className="list">
      <thead><tr><th>{t.juror}</th><th>{t.state}</th><th>{t.links}</th></tr></thead>
      <tbody>
        {jurors.map(one => (
          <tr key={one.person}>
            <td className="first">{one.name}</td>
            <td data-label={t.state}>
              <Pill tone={one.signedAt && one.outstanding.length === 0 ? "good" : "warn"}>{one.signedAt ? t.signed(when.moment(one.signedAt)) : t.unsigned}</Pill>{" "}
              {one.outstanding.length > 0 && <span title={one.outstanding.map(candidate => candidate.name).join(", ")}>{t.outstanding(one.outstanding.length)}</span>}
              {one.asked.length > 0 && <small className="quiet"> · {t.asked(when.moment(one.asked[one.asked.length - 1]!))}</small>}
            </td>
            <td data-label={t.links}>
              {one.links.length === 0 ? t.noLink : (
                <ul className="plain">{one.links.map(link => (
                  <li key={link.candidate} className="said">
                    {ui.of(link.name, textOf(kinds, link.link))}{" "}
                    {link.effect && <Pill tone={link.effect === "blocking" ? "bad" : "neutral"}>{textOf(t.effects, link.effect)}</Pill>}
                    {link.words && ` ${ui.quoted(link.words)}`}
                  </li>
                ))}</ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
