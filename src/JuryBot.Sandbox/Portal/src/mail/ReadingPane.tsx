import { Avatar, Button } from "@fluentui/react-components";
import { ArrowLeftRegular, MailRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useEvent } from "../api/queries";
import type { Mail, Person } from "../api/types";
import { AnswerButtons, mayAnswer } from "../calendar/AnswerButtons";
import { useFormat } from "../time/format";
import { useTexts } from "../texts/texts";
import { letterOf, letterSandbox } from "./letter";
import styles from "./mail.module.css";

export function ReadingPane({ person, mail, onBack }: { person: Person; mail: Mail | null; onBack: (() => void) | null }) {
  const { t } = useTexts();
  const format = useFormat();
  const letter = useMemo(() => mail && letterOf(mail.html), [mail?.html]);
  const event = useEvent(person.id, mail?.eventId ?? null).data;
  if (!mail || letter === null) {
    return <div className={styles.choose}><MailRegular aria-hidden fontSize={40} /><p>{t("mail.choose")}</p></div>;
  }
  return (
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
        </div>
      </header>
      {event && mayAnswer(event) && <section className={styles.invitation} aria-label={t("mail.invitation")}><AnswerButtons key={mail.id} person={person} event={event} /></section>}
      <iframe title={t("mail.body")} sandbox={letterSandbox} referrerPolicy="no-referrer" srcDoc={letter} />
    </article>
  );
}
