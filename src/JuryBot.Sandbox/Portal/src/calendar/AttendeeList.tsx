import { Avatar, type PresenceBadgeStatus } from "@fluentui/react-components";
import { ConferenceRoomRegular } from "@fluentui/react-icons";
import type { Attendee, ResponseStatus } from "../api/types";
import { useTexts } from "../texts/texts";
import styles from "./calendar.module.css";
import { responseKey } from "./EventTile";

const signs: Partial<Record<ResponseStatus, PresenceBadgeStatus>> = {
  accepted: "available",
  declined: "offline",
  tentativelyAccepted: "away",
};

export function AttendeeList({ attendees }: { attendees: readonly Attendee[] }) {
  const { t } = useTexts();
  return (
    <ul className={styles.attendees}>
      {attendees.map((attendee) => (
        <li key={attendee.mail}>
          <Avatar
            size={32}
            color="colorful"
            name={attendee.name}
            aria-hidden
            icon={attendee.type === "resource" ? <ConferenceRoomRegular /> : undefined}
            initials={attendee.type === "resource" ? "" : undefined}
            badge={signs[attendee.response] ? { status: signs[attendee.response]! } : undefined}
          />
          <span>
            <b>{attendee.name}</b>
            <span data-response={attendee.response}>
              {t(responseKey(attendee.response))}
              {attendee.type === "resource" && ` · ${t("calendar.resource")}`}
              {attendee.type === "optional" && ` · ${t("calendar.optional")}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
