import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Sitting } from "../api/sittingTypes";
import { isCoordinator, useMe } from "../app/me";
import { textOf, useTexts } from "../app/texts";
import { Findings } from "../ui/Findings";
import { Pill } from "../ui/Pill";
import { responseTones } from "../ui/responseTones";
import { RolePill } from "../ui/RolePill";
import { useWhen } from "../ui/when";
import { FirstSubstitute } from "./FirstSubstitute";
import { Replacement } from "./Replacement";
import { sittingTexts } from "./sittingTexts";

const nameOf = (sitting: Sitting, person: string) => sitting.panel.find(seat => seat.person === person)?.name ?? person;

/** Whether the panel is valid, who sits, who declined and who takes their seat. */
export function Panel({ sitting }: { sitting: Sitting }) {
  const t = useTexts(sittingTexts);
  const when = useWhen();
  const mayReplace = isCoordinator(useMe()) && sitting.state === "convened";
  const declined = sitting.state === "convened" ? sitting.panel.filter(seat => seat.response === "declined") : [];
  return (
    <section className="card stack">
      <h2>{t.panel}</h2>
      {sitting.findings.length > 0
        ? <Findings findings={sitting.findings} />
        : declined.length === 0 && <MessageBar intent="success"><MessageBarBody>{t.valid}</MessageBarBody></MessageBar>}
      {declined.length > 0 && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{t.declined(declined.length)}</MessageBarBody></MessageBar>}
      {mayReplace && declined.map(seat => <FirstSubstitute key={seat.person} sitting={sitting.id} seat={seat} />)}
      <Seats sitting={sitting} mayReplace={mayReplace} />
      {sitting.replacements.length > 0 && (
        <ul className="quiet">{sitting.replacements.map((change, i) => <li key={i}>{t.replaced(change.name, nameOf(sitting, change.replacedBy), when.moment(change.at))}</li>)}</ul>
      )}
    </section>
  );
}

function Seats({ sitting, mayReplace }: { sitting: Sitting; mayReplace: boolean }) {
  const t = useTexts(sittingTexts);
  const when = useWhen();
  return (
    <table className="list">
      <thead><tr><th>{t.name}</th><th>{t.role}</th><th>{t.answer}</th>{mayReplace && <th><span className="unseen">{t.replace.button}</span></th>}</tr></thead>
      <tbody>
        {sitting.panel.map(seat => (
          <tr key={seat.role + seat.person}>
            <td className="first">
              {seat.name}<br />
              <small className="quiet">
                {[seat.external && t.external, seat.college && textOf(t.colleges, seat.college), seat.employer].filter(Boolean).join(" · ")}
              </small>
            </td>
            <td data-label={t.role}><RolePill role={seat.role} name={seat.roleName} /></td>
            <td data-label={t.answer}>
              <Pill tone={responseTones[seat.response]}>{textOf(t.responses, seat.response)}</Pill>{" "}
              {sitting.state === "convened" && <small className="quiet">
                {seat.uninvited ? t.uninvited : seat.response === "none" && seat.invitedAt && t.since(when.moment(seat.invitedAt))}
              </small>}
              {sitting.state !== "convened" && typeof seat.present === "boolean" && <Pill tone={seat.present ? "good" : "warn"}>{seat.present ? t.present : t.absent}</Pill>}
            </td>
            {mayReplace && <td className="end"><Replacement sitting={sitting.id} seat={seat} /></td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
