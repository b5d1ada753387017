import { Button } from "@fluentui/react-components";
import { ArrowDownRegular, BotFilled } from "@fluentui/react-icons";
import { Fragment, useLayoutEffect, useRef, useState } from "react";
import type { ChatMessage } from "../api/types";
import { useFormat, useZone } from "../time/format";
import { wallOf } from "../time/zone";
import { useTexts } from "../texts/texts";
import styles from "./chat.module.css";
import { Message } from "./Message";

interface Props {
  person: string;
  messages: readonly ChatMessage[];
  /** The text being sent, null when none is. */
  sending: string | null;
}

/** How close to its end, in pixels, a conversation still follows new messages. */
const near = 120;

export function Conversation({ person, messages, sending }: Props) {
  const { t } = useTexts();
  const format = useFormat();
  const zone = useZone();
  const log = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [behind, setBehind] = useState(false);
  const last = messages.at(-1)?.id;
  // The sandbox shows a text in the chat before JuryBot has answered it.
  const echoed = messages.findLast(({ from }) => from === "me")?.text === sending;

  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });
  useLayoutEffect(() => {
    if (following.current || sending !== null) toEnd();
    else setBehind(true);
  }, [last, messages.length, sending]);

  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = log.current!;
    following.current = scrollHeight - scrollTop - clientHeight < near;
    if (following.current) setBehind(false);
  };

  return (
    <div className={styles.logFrame}>
      <div ref={log} className={styles.log} role="log" aria-label={t("chat.title")} tabIndex={0} onScroll={onScroll}>
        {messages.length === 0 && sending === null && <p className={styles.empty}>{t("chat.empty")}</p>}
        <ol>
          {messages.map((message, index) => {
            const previous = messages[index - 1];
            const day = wallOf(new Date(message.at), zone).day;
            const newDay = !previous || wallOf(new Date(previous.at), zone).day !== day;
            return (
              <Fragment key={message.id}>
                {newDay && <li className={styles.day}><time dateTime={day}>{format.date(message.at)}</time></li>}
                <Message person={person} message={message} first={newDay || previous.from !== message.from} />
              </Fragment>
            );
          })}
          {sending !== null && (
            <>
              {!echoed && (
                <li className={styles.message} data-from="me" data-sending>
                  <div className={styles.bubbles}><p className={styles.meta}>{t("chat.sending")}</p><div className={styles.bubble} data-plain>{sending}</div></div>
                </li>
              )}
              <li className={styles.message} data-from="bot" data-first>
                <span className={styles.face} aria-hidden><BotFilled fontSize={20} /></span>
                <div className={styles.typing} role="status"><i /><i /><i /><span className="visually-hidden">{t("chat.typing")}</span></div>
              </li>
            </>
          )}
        </ol>
      </div>
      {behind && (
        <Button className={styles.behind} size="small" appearance="primary" shape="circular" icon={<ArrowDownRegular />} onClick={toEnd}>
          {t("chat.newMessages")}
        </Button>
      )}
    </div>
  );
}
