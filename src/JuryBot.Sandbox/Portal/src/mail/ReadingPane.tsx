import { Avatar, Button, ToggleButton } from "@fluentui/react-components";
import { ArrowLeftRegular, GavelFilled, MailRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useEvent, usePeople } from "../api/queries";
import type { Mail, Person } from "../api/types";
import { AnswerButtons, mayAnswer } from "../calendar/AnswerButtons";
import { itemOfMail } from "../outlook/item";
import outlook from "../outlook/outlook.module.css";
import { OutlookPane } from "../outlook/OutlookPane";
import { useNarrow } from "../settings/media";
import { useFormat } from "../time/format";
import { useTexts } from "../texts/texts";
import { letterOf, letterSandbox } from "./letter";
import styles from "./mail.module.css";

export function ReadingPane({ person, mail, onBack }: { person: Person; mail: Mail | null; onBack: (() => void) | null }) {
  const { t } = useTexts();
  const format = useFormat();
  const letter = useMemo(() => mail && letterOf(mail.html), [mail?.html]);
  const event = useEvent(person.id, mail?.eventId ?? null).data;
  const people = usePeople().data ?? [];
  const narrow = useNarrow();
  const [withPane, setWithPane] = useState(false);
  if (!mail || letter === null) {
    return <div className={styles.choose}><MailRegular aria-hidden fontSize={40} /><p>{t("mail.choose")}</p></div>;
  }
  return (
    <div className={outlook.beside}>
    <article className={styles.reading} aria-labelledby="mail-subject">
      <header>
        {onBack && <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack} aria-label={t("mail.back")} />}
        <h2 id="mail-subject">{mail.subject || t("mail.noSubject")}</h2>
        <div className={styles.envelope}>
          <Avatar name={mail.from} color="colorful" size={32} aria-hidden />
          <p>
            <span><span className="visually-hidden">{t("mail.from")} </span><b>{mail.from}</b></span>
            <span>{t("mail.to")} {mail.to.join(", ")}</span>
          </p>
          <time dateTime={mail.at}>{format.dateTime(mail.at)}</time>
          {person.hasAccount && (
            <ToggleButton size="small" icon={<GavelFilled />} checked={withPane} title={t("outlook.open")} onClick={() => setWithPane(!withPane)}>{t("outlook.button")}</ToggleButton>
          )}
        </div>
      </header>
      {event && mayAnswer(event) && <section className={styles.invitation} aria-label={t("mail.invitation")}><AnswerButtons key={mail.id} person={person} event={event} /></section>}
      {!(narrow && withPane) && <iframe title={t("mail.body")} sandbox={letterSandbox} referrerPolicy="no-referrer" srcDoc={letter} />}
    </article>
    {withPane && <OutlookPane person={person} item={itemOfMail(mail, people)} />}
    </div>
  );
}
