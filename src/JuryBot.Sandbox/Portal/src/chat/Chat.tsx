import { MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { BotFilled } from "@fluentui/react-icons";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "../api/http";
import { paths, useChat } from "../api/queries";
import type { Person } from "../api/types";
import { useTexts } from "../texts/texts";
import styles from "./chat.module.css";
import { Composer } from "./Composer";
import { Conversation } from "./Conversation";
import { outcomeOf } from "./outcome";
import { useSeeing } from "./seen";

/** A person's conversation with the bot. */
export default function Chat({ person }: { person: Person }) {
  const { t } = useTexts();
  const chat = useChat(person.id);
  const [draft, setDraft] = useState("");
  useSeeing(person.id, chat.data);

  const send = useMutation({
    mutationFn: async (text: string) => {
      const { status } = await post<{ status: number }>(paths.chat(person.id), { text });
      await chat.refetch();
      return outcomeOf({ status, body: null });
    },
    // The sandbox did not take it, so it is not in the chat either.
    onError: (_, text) => setDraft((typed) => typed || text),
  });
  const submit = (text: string) => {
    if (send.isPending || !text.trim()) return;
    setDraft("");
    send.mutate(text.trim());
  };
  const trouble = send.isError ? t("chat.sendFailed")
    : send.data?.kind === "unreachable" ? t("chat.unreachable")
    : send.data?.kind === "failed" ? t("chat.unanswered", { status: send.data.status })
    : null;

  return (
    <section className={styles.chat} aria-label={t("chat.title")}>
      <header className={styles.head}>
        <span className={styles.face} aria-hidden><BotFilled fontSize={20} /></span>
        <h2>{t("chat.bot")}</h2>
        <p>{t("chat.tagline")}</p>
      </header>
      {chat.data
        ? <Conversation person={person.id} messages={chat.data} sending={send.isPending ? send.variables : null} />
        : <Spinner className={styles.wait} label={chat.isError ? t("page.unreachable") : t("page.loading")} />}
      <div className={styles.foot}>
        {trouble && !send.isPending && <MessageBar intent="error" layout="multiline"><MessageBarBody>{trouble}</MessageBarBody></MessageBar>}
        <Composer suggestions={[t("chat.help"), person.kind === "candidate" ? t("chat.myBlocks") : t("chat.myJuries"), ...(person.kind === "candidate" ? [t("chat.myJury")] : [])]} draft={draft} onDraft={setDraft} busy={send.isPending} onSend={submit} />
      </div>
    </section>
  );
}
