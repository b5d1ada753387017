import { Button, Field, Select, Textarea } from "@fluentui/react-components";
import { CalendarCancelRegular, MailArrowForwardRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import type { Sitting } from "../api/sittingTypes";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { actTexts } from "./actTexts";

/** What the coordination does to a sitting as a whole, each with what it will send to whom. */
export function Acts({ sitting }: { sitting: Sitting }) {
  const t = useTexts(actTexts);
  if (!isCoordinator(useMe()) || sitting.state === "cancelled") return null;
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <div className="actions">
        <Resend sitting={sitting} />
        {sitting.state === "convened" && <Postpone sitting={sitting} />}
      </div>
    </section>
  );
}

function Resend({ sitting }: { sitting: Sitting }) {
  const t = useTexts(actTexts).resend;
  const api = useApi();
  const [person, setPerson] = useState("");
  const send = useAct((_: void, key) => api.post(`sittings/${sitting.id}/links/${encodeURIComponent(person)}`, key), undefined, person);
  const reset = () => { send.reset(); setPerson(""); };
  const member = sitting.panel.find(one => one.person === person);
  const name = member?.name ?? sitting.exams.find(one => one.candidate === person)?.name;
  return (
    <>
      <Confirm act={{ ...send, reset }} title={t.title} verb={t.verb} disabled={!person} trigger={<Button icon={<MailArrowForwardRegular />}>{t.verb}…</Button>}>
        <Field label={t.to} required>
          <Select value={person} onChange={(_, data) => setPerson(data.value)}>
            <option value="">{t.choose}</option>
            <optgroup label={t.members}>{sitting.panel.map(one => <option key={one.person} value={one.person}>{one.name}</option>)}</optgroup>
            <optgroup label={t.candidates}>{sitting.exams.map(one => <option key={one.candidate} value={one.candidate}>{one.name}</option>)}</optgroup>
          </Select>
        </Field>
        {name && <p aria-live="polite">{t.says(name, member?.mail ?? null)}</p>}
      </Confirm>
      <span role="status" className="quiet">{send.isSuccess && t.done}</span>
    </>
  );
}

function Postpone({ sitting }: { sitting: Sitting }) {
  const t = useTexts(actTexts).postpone;
  const api = useApi();
  const [what, setWhat] = useState("");
  const [reason, setReason] = useState("");
  const end = useAct((_: void, key) =>
    what ? api.post(`sittings/${sitting.id}/exams/${encodeURIComponent(what)}/postponement`, key, { reason }) : api.post(`sittings/${sitting.id}/postponement`, key, { reason }), undefined, what + reason);
  const reset = () => { end.reset(); setWhat(""); setReason(""); };
  const waiting = sitting.exams.filter(exam => exam.ending === null && exam.decisions === null);
  // The last exam takes the sitting with it.
  const whole = what === "" || waiting.length < 2;
  const withdrawn = waiting.filter(exam => whole || exam.candidate === what);
  const names = (people: readonly { name: string }[]) => people.map(one => one.name).join(", ");
  return (
    <Confirm act={{ ...end, reset }} title={t.title} verb={t.verb} disabled={!reason.trim()} trigger={<Button icon={<CalendarCancelRegular />}>{t.verb}…</Button>}>
      <Field label={t.what} required>
        <Select value={what} onChange={(_, data) => setWhat(data.value)}>
          <option value="">{t.all}</option>
          {waiting.map(exam => <option key={exam.candidate} value={exam.candidate}>{t.one(exam.name)}</option>)}
        </Select>
      </Field>
      <Field label={t.reason} required><Textarea value={reason} maxLength={500} onChange={(_, data) => setReason(data.value)} /></Field>
      <p>{t.sent}</p>
      <ul aria-live="polite">
        <li>{whole ? t.jury(sitting.panel.length, names(sitting.panel)) : t.juryOne}</li>
        <li>{t.candidates(withdrawn.length, names(withdrawn))}</li>
        {whole && <li>{t.room(sitting.roomName)}</li>}
      </ul>
      <p>{t.then}</p>
      <p><strong>{t.irreversible}</strong></p>
    </Confirm>
  );
}
