import { Button } from "@fluentui/react-components";
import { MailRegular } from "@fluentui/react-icons";
import { useApi } from "../api/api";
import { useAct } from "../api/use";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import type { AskedJuror, AvailabilityPath } from "./availability";
import { availabilityTexts } from "./availabilityTexts";

interface Props { path: AvailabilityPath; jurors: readonly AskedJuror[]; halves: number; again?: boolean }

/** One press asks them all, once who will get what was read. */
export function AskForAvailability({ path, jurors, halves, again }: Props) {
  const t = useTexts(availabilityTexts).ask;
  const api = useApi();
  const people = jurors.map(one => one.person);
  const ask = useAct((_: void, key) => api.post(`${path}/asks`, key, { people }), undefined, people.join());
  return (
    <Confirm act={ask} title={again ? t.titleAgain(jurors.length) : t.title(jurors.length)} verb={t.send}
      trigger={<Button appearance={again ? "secondary" : "primary"} icon={<MailRegular />}>{again ? t.again : t.verb}…</Button>}>
      <p>{t.sent}</p>
      <ul>
        <Channel says={t.teams} jurors={jurors.filter(one => one.channel === "teams")} />
        <Channel says={t.mail} jurors={jurors.filter(one => one.channel === "mail")} />
      </ul>
      <p>{t.about(halves)}</p>
    </Confirm>
  );
}

function Channel({ says, jurors }: { says: (n: number) => string; jurors: readonly AskedJuror[] }) {
  if (jurors.length === 0) return null;
  return (
    <li>
      {says(jurors.length)}
      <ul>{jurors.map(one => <li key={one.person}>{one.name}{one.channel === "mail" && <span className="quiet"> ({one.mail})</span>}</li>)}</ul>
    </li>
  );
}
