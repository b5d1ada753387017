import { CheckmarkCircle16Filled, DismissCircle16Filled, GavelFilled, QuestionCircle16Filled } from "@fluentui/react-icons";
import type { CalendarEvent, ResponseStatus } from "../api/types";
import { type TextKey, useTexts } from "../texts/texts";
import { useFormat } from "../time/format";
import styles from "./calendar.module.css";

export const responseKey = (response: ResponseStatus): TextKey =>
  response === "none" ? "response.notResponded" : `response.${response}`;

const icons: Partial<Record<ResponseStatus, typeof CheckmarkCircle16Filled>> = {
  accepted: CheckmarkCircle16Filled,
  declined: DismissCircle16Filled,
  tentativelyAccepted: QuestionCircle16Filled,
};

export function EventTile({ event, onOpen }: { event: CalendarEvent; onOpen(id: string): void }) {
  const { t } = useTexts();
  const format = useFormat();
  const Icon = icons[event.myResponse];
  return (
    <button type="button" className={styles.tile} data-jury={event.isJuryBot || undefined} data-response={event.myResponse} data-cancelled={event.isCancelled || undefined} onClick={() => onOpen(event.id)}>
      <span className={styles.subject}>
        {Icon && <Icon aria-hidden />}
        {event.isJuryBot && <GavelFilled fontSize={16} role="img" aria-label={t("calendar.jury")} className={styles.gavel} />}
        <span>{event.subject}</span>
      </span>
      <span className={styles.when}>{format.time(event.start)} – {format.time(event.end)}{event.location && ` · ${event.location}`}</span>
      <span className="visually-hidden">{event.isCancelled ? t("calendar.cancelled") : t(responseKey(event.myResponse))}</span>
    </button>
  );
}
