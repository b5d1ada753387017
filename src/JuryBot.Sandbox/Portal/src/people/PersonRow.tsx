import { Avatar } from "@fluentui/react-components";
import { Chat16Filled, Mail16Filled } from "@fluentui/react-icons";
import type { Person } from "../api/types";
import { useTexts } from "../texts/texts";
import type { NewsKind } from "./news";
import styles from "./people.module.css";

interface Props {
  person: Person;
  current: boolean;
  news: readonly NewsKind[];
  onPick(person: Person): void;
}

export function PersonRow({ person, current, news, onPick }: Props) {
  const { t } = useTexts();
  return (
    <button type="button" className={styles.row} aria-current={current || undefined} onClick={() => onPick(person)}>
      <Avatar name={person.name} color="colorful" size={32} aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.title}>
          {[!person.hasAccount && t("people.noAccountShort"), person.title].filter(Boolean).join(" · ") || person.mail}
        </span>
      </span>
      <span className={styles.news}>
        {news.includes("chat") && <Chat16Filled role="img" aria-label={t("people.newChat")} title={t("people.newChat")} />}
        {news.includes("mail") && <Mail16Filled role="img" aria-label={t("people.newMail")} title={t("people.newMail")} />}
      </span>
    </button>
  );
}
