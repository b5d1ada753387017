import { Button, Textarea } from "@fluentui/react-components";
import { SendFilled } from "@fluentui/react-icons";
import { useTexts } from "../texts/texts";
import styles from "./chat.module.css";

interface Props {
  /** What the person can ask for first. */
  suggestions: string[];
  draft: string;
  onDraft(text: string): void;
  busy: boolean;
  onSend(text: string): void;
}

/** What Teams lets a person write in one message, in characters. */
const longest = 4000;

export function Composer({ suggestions, draft, onDraft, busy, onSend }: Props) {
  const { t } = useTexts();
  return (
    <form className={styles.composer} onSubmit={(event) => { event.preventDefault(); onSend(draft); }}>
      <div className={styles.suggestions} role="group" aria-label={t("chat.suggestions")}>
        {suggestions.map((text) => (
          <Button key={text} size="small" shape="circular" disabledFocusable={busy} onClick={() => onSend(text)}>{text}</Button>
        ))}
      </div>
      <div className={styles.write}>
        <Textarea
          className={styles.input}
          value={draft}
          rows={1}
          maxLength={longest}
          resize="none"
          aria-label={t("chat.input")}
          placeholder={t("chat.input")}
          onChange={(_, { value }) => onDraft(value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onSend(draft);
          }}
        />
        <Button type="submit" appearance="primary" icon={<SendFilled />} disabledFocusable={busy || !draft.trim()} aria-label={busy ? t("chat.sending") : t("chat.send")} />
      </div>
    </form>
  );
}
