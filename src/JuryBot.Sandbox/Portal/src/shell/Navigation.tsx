import { CounterBadge } from "@fluentui/react-components";
import {
  AppGenericFilled, AppGenericRegular, CalendarLtrFilled, CalendarLtrRegular, ChatFilled, ChatRegular, MailFilled, MailRegular,
} from "@fluentui/react-icons";
import { useChat, useMail } from "../api/queries";
import type { Person } from "../api/types";
import { useUnseen } from "../chat/seen";
import { hashOf, type Tab } from "../settings/route";
import { useTexts } from "../texts/texts";
import styles from "./shell.module.css";

const icons = {
  chat: [ChatRegular, ChatFilled],
  calendar: [CalendarLtrRegular, CalendarLtrFilled],
  mail: [MailRegular, MailFilled],
  console: [AppGenericRegular, AppGenericFilled],
} as const;

export function Navigation({ person, tab, tabs }: { person: Person; tab: Tab; tabs: readonly Tab[] }) {
  const { t, count } = useTexts();
  const unseen = useUnseen(person.id, useChat(person.id, person.hasAccount).data);
  const unread = useMail(person.id).data?.filter(({ read }) => !read).length ?? 0;
  const badges: Partial<Record<Tab, number>> = { chat: tab === "chat" ? 0 : unseen, mail: unread };

  return (
    <nav className={styles.rail} aria-label={t("nav.label")}>
      {tabs.map((one) => {
        const [Icon, CurrentIcon] = icons[one];
        const badge = badges[one] ?? 0;
        return (
          <a key={one} href={hashOf(person.id, one)} aria-current={one === tab ? "page" : undefined}>
            {one === tab ? <CurrentIcon aria-hidden fontSize={24} /> : <Icon aria-hidden fontSize={24} />}
            <span>{t(`nav.${one}`)}</span>
            {badge > 0 && (
              <>
                <span className={styles.badge} aria-hidden><CounterBadge count={badge} size="small" color="danger" /></span>
                <span className="visually-hidden">, {count("nav.unread", badge)}</span>
              </>
            )}
          </a>
        );
      })}
    </nav>
  );
}
