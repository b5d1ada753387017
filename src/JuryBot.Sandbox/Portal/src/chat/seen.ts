import { useEffect } from "react";
import type { ChatMessage } from "../api/types";
import { clearNews } from "../people/news";
import { useStored } from "../settings/stored";

const fromBotAfter = (messages: readonly ChatMessage[], seen: string | null) =>
  messages.filter(({ from, at, deleted }) => from === "bot" && !deleted && !(Date.parse(at) <= Date.parse(seen ?? "")));

/** How many of the bot's messages came since this person's chat was last looked at. */
export function useUnseen(person: string, messages: readonly ChatMessage[] | undefined): number {
  const [seen] = useStored(`seen.${person}`);
  return messages ? fromBotAfter(messages, seen).length : 0;
}

/** Notes that the messages are being looked at. */
export function useSeeing(person: string, messages: readonly ChatMessage[] | undefined) {
  const [seen, see] = useStored(`seen.${person}`);
  useEffect(() => {
    clearNews(person, "chat");
    const latest = messages && fromBotAfter(messages, seen).at(-1);
    if (latest) see(latest.at);
  }, [person, messages, seen, see]);
}
