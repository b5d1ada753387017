import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { PortalError, post } from "../api/http";
import { paths } from "../api/queries";
import type { ActionAnswer, CardAction } from "../api/types";
import { useTexts } from "../texts/texts";
import { CardView } from "./CardView";
import styles from "./chat.module.css";
import { type Outcome, outcomeOf } from "./outcome";

interface Props {
  person: string;
  message: string;
  card: unknown;
}

/** A card in the chat: it sends what a person does, and shows the answer in its place or under it. */
export function CardMessage({ person, message, card }: Props) {
  const { t } = useTexts();
  const sent = JSON.stringify(card);
  const latest = useRef(sent);
  latest.current = sent;
  // An answer's card stands until the bot changes the message itself.
  const [answer, setAnswer] = useState<{ card: unknown; over: string } | null>(null);
  const [blocked, setBlocked] = useState(false);

  const action = useMutation({
    mutationFn: (chosen: CardAction) => post<ActionAnswer>(paths.action(person, message), chosen).then(outcomeOf),
    onSuccess: (outcome) => {
      if (outcome.kind === "card") setAnswer({ card: outcome.card, over: latest.current });
    },
  });
  const outcome: Outcome | undefined = action.error
    ? outcomeOf({ status: action.error instanceof PortalError ? action.error.status : 500, body: null })
    : action.data;

  // What was refused about an older card says nothing about the one the bot put in its place.
  const { reset } = action;
  const stale = useEffectEvent(() => outcome !== undefined && outcome.kind !== "card" && outcome.kind !== "said" && outcome.kind !== "done");
  useEffect(() => {
    if (stale()) reset();
  }, [sent, reset]);

  const answerPlace = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (action.isPending || (outcome && outcome.kind !== "card")) answerPlace.current?.scrollIntoView({ block: "nearest" });
  }, [action.isPending, outcome?.kind]);

  const openLink = (address: string) => {
    const web = URL.canParse(address) && ["https:", "http:", "mailto:"].includes(new URL(address).protocol);
    setBlocked(!web);
    if (web) window.open(address, "_blank", "noopener,noreferrer");
  };

  return (
    <div className={styles.card} role="group" aria-label={t("card.label")}>
      <CardView card={answer?.over === sent ? answer.card : card} busy={action.isPending} onAction={action.mutate} onLink={openLink} />
      <div ref={answerPlace} className={styles.answer} aria-live="polite">
        {action.isPending && <Spinner className={styles.busy} size="tiny" label={t("card.sending")} />}
        {!action.isPending && outcome && <OutcomeBar outcome={outcome} />}
        {blocked && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{t("card.blockedLink")}</MessageBarBody></MessageBar>}
      </div>
    </div>
  );
}

function OutcomeBar({ outcome }: { outcome: Outcome }) {
  const { t } = useTexts();
  switch (outcome.kind) {
    case "card":
      return null;
    case "done":
      return <MessageBar intent="success"><MessageBarBody>{t("card.done")}</MessageBarBody></MessageBar>;
    case "said":
      return <MessageBar intent="success" layout="multiline"><MessageBarBody>{outcome.text}</MessageBarBody></MessageBar>;
    case "refused":
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody><MessageBarTitle>{t("card.refused")}</MessageBarTitle> {outcome.text} {t("card.kept")}</MessageBarBody>
        </MessageBar>
      );
    case "signIn":
      return <MessageBar intent="warning"><MessageBarBody>{t("card.signIn")}</MessageBarBody></MessageBar>;
    case "failed":
      return <MessageBar intent="error" layout="multiline"><MessageBarBody>{t("card.failed", { status: outcome.status })}</MessageBarBody></MessageBar>;
    case "unreachable":
      return <MessageBar intent="error" layout="multiline"><MessageBarBody>{t("chat.unreachable")} {t("card.kept")}</MessageBarBody></MessageBar>;
  }
}
