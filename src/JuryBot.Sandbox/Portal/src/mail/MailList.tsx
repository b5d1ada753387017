import type { Mail } from "../api/types";
import { useFormat, useZone } from "../time/format";
import { useNow } from "../time/now";
import { wallOf } from "../time/zone";
import { useTexts } from "../texts/texts";
import styles from "./mail.module.css";
import { previewOf } from "./preview";

interface Props {
  mails: readonly Mail[];
  openId: string | null;
  onOpen(id: string): void;
}

export function MailList({ mails, openId, onOpen }: Props) {
  const { t } = useTexts();
  const format = useFormat();
  const zone = useZone();
  const now = useNow();
  const today = now && wallOf(now, zone).day;
  return (
    <div className={styles.list}>
      <h2>{t("mail.inbox")}</h2>
      {mails.length === 0 && <p className={styles.empty}>{t("mail.empty")}</p>}
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <button type="button" data-unread={!mail.read || undefined} aria-current={mail.id === openId || undefined} onClick={() => onOpen(mail.id)}>
              <span className={styles.from}>{mail.from}</span>
              <time dateTime={mail.at} title={format.dateTime(mail.at)}>
                {wallOf(new Date(mail.at), zone).day === today ? format.time(mail.at) : format.shortDate(mail.at)}
              </time>
              <span className={styles.subject}>{mail.subject || t("mail.noSubject")}</span>
              <span className={styles.preview}>{previewOf(mail.html)}</span>
              {!mail.read && <span className="visually-hidden">{t("mail.unread")}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
