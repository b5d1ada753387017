import { BotFilled } from "@fluentui/react-icons";
import type { ChatMessage } from "../api/types";
import { useFormat } from "../time/format";
import { useTexts } from "../texts/texts";
import { CardMessage } from "./CardMessage";
import styles from "./chat.module.css";
import { htmlOf } from "./markdown";

const cardType = "application/vnd.microsoft.card.adaptive";

const isWide = (content: unknown) =>
  (content as { msteams?: { width?: string } } | null)?.msteams?.width?.toLowerCase() === "full";

export function Message({ person, message, first }: { person: string; message: ChatMessage; first: boolean }) {
  const { t } = useTexts();
  const format = useFormat();
  const attachments = message.deleted ? [] : message.attachments;
  const edited = message.updatedAt !== null && message.updatedAt !== message.at;
  return (
    <li className={styles.message} data-from={message.from} data-first={first || undefined} data-wide={attachments.some(({ content }) => isWide(content)) || undefined}>
      {message.from === "bot" && <span className={styles.face} aria-hidden>{first && <BotFilled fontSize={20} />}</span>}
      <div className={styles.bubbles}>
        <p className={styles.meta}>
          <span className={first && message.from === "bot" ? undefined : "visually-hidden"}>{message.from === "bot" ? t("chat.bot") : t("chat.you")}</span>{" "}
          <time dateTime={message.at}>{format.time(message.at)}</time>
          {edited && !message.deleted && <span> · {t("chat.edited")}</span>}
        </p>
        {message.deleted && <div className={styles.bubble} data-deleted>{t("chat.deleted")}</div>}
        {!message.deleted && message.text && (
          message.from === "bot"
            ? <div className={styles.bubble} dangerouslySetInnerHTML={{ __html: htmlOf(message.text) }} />
            : <div className={styles.bubble} data-plain>{message.text}</div>
        )}
        {attachments.map(({ contentType, content }, index) =>
          contentType === cardType
            ? <CardMessage key={index} person={person} message={message.id} card={content} />
            : <div key={index} className={styles.bubble} data-deleted>{t("chat.unsupported", { type: contentType })}</div>,
        )}
      </div>
    </li>
  );
}
