import { Avatar, Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons";
import { lazy, Suspense } from "react";
import type { Person } from "../api/types";
import { Calendar } from "../calendar/Calendar";
import { Console } from "../console/Console";
import { MailBox } from "../mail/MailBox";
import { type Tab, tabs as allTabs } from "../settings/route";
import { useTexts } from "../texts/texts";
import { Navigation } from "./Navigation";
import styles from "./shell.module.css";

const Chat = lazy(() => import("../chat/Chat"));

/** What a person of this kind has: without an account only mail; the console is for those who run juries. */
export function tabsOf({ hasAccount, kind }: Person): readonly Tab[] {
  if (!hasAccount) return ["mail"];
  return allTabs.filter((tab) => tab !== "console" || kind === "coordinator" || kind === "director");
}

interface Props {
  person: Person;
  tab: Tab;
  tabs: readonly Tab[];
  mode: "light" | "dark";
  /** Null when the list of people is already beside the window. */
  onChangePerson: (() => void) | null;
}

/** One person's Microsoft 365: their chat, calendar, mail and JuryBot's own pages. */
export function Window({ person, tab, tabs, mode, onChangePerson }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.window}>
      <header className={styles.person}>
        <Avatar name={person.name} color="colorful" size={36} aria-hidden />
        <div className={styles.personWords}>
          <h1><span className="visually-hidden">{t("people.you", { name: "" })}</span>{person.name}</h1>
          <p>{[person.title, !person.hasAccount && t("people.noAccount")].filter(Boolean).join(" · ") || person.mail}</p>
        </div>
        {onChangePerson && (
          <Button className={styles.change} icon={<ChevronDownRegular />} iconPosition="after" aria-label={t("people.changeHint")} onClick={onChangePerson}>
            {t("people.change")}
          </Button>
        )}
      </header>
      <Navigation person={person} tab={tab} tabs={tabs} />
      <div className={styles.app} key={person.id}>
        {tab === "chat" && <Suspense fallback={null}><Chat person={person} /></Suspense>}
        {tab === "calendar" && <Calendar person={person} />}
        {tab === "mail" && <MailBox person={person} />}
        {tab === "console" && <Console person={person} mode={mode} />}
      </div>
    </div>
  );
}
