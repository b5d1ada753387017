import { Button, OverlayDrawer, Spinner } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { post } from "../api/http";
import { useLive } from "../api/live";
import { useInfo, usePeople } from "../api/queries";
import type { LiveEvent, Person } from "../api/types";
import { noteNews } from "../people/news";
import { PeopleList } from "../people/PeopleList";
import { Welcome } from "../people/Welcome";
import { useWide } from "../settings/media";
import { hashOf, type Tab } from "../settings/route";
import { useStored } from "../settings/stored";
import type { useTheme } from "../settings/theme";
import { type Language, useTexts } from "../texts/texts";
import { Banner } from "./Banner";
import { Header } from "./Header";
import styles from "./shell.module.css";
import { tabsOf, Window } from "./Window";

interface Props {
  person: string | null;
  tab: Tab | null;
  theme: ReturnType<typeof useTheme>;
  chooseLanguage(language: Language): void;
}

export function Page({ person: personId, tab: wanted, theme, chooseLanguage }: Props) {
  const { t } = useTexts();
  const people = usePeople();
  const info = useInfo();
  const wide = useWide();
  const [picking, setPicking] = useState(false);
  const [, rememberPerson] = useStored("person");
  const [, rememberTab] = useStored("tab");

  const person = people.data?.find(({ id }) => id === personId) ?? null;
  const tabs = person ? tabsOf(person) : [];
  const tab = tabs.find((known) => known === wanted) ?? tabs[0] ?? "chat";

  const connected = useLive(({ kind, person: about }: LiveEvent) => {
    if (about && (kind === "chat" || kind === "mail") && !(about === person?.id && kind === tab)) noteNews(about, kind);
  });

  useEffect(() => {
    if (!person) return;
    rememberPerson(person.id);
    // Says who signs in next at the sandbox's issuer; the pages that need it say so themselves when it fails.
    post("/session", { person: person.id }).catch(() => undefined);
  }, [person?.id, rememberPerson]);
  useEffect(() => { if (person) rememberTab(tab); }, [person, tab, rememberTab]);

  const pick = (picked: Person) => {
    location.hash = hashOf(picked.id, tabsOf(picked).find((known) => known === tab) ?? tabsOf(picked)[0] ?? "mail");
    setPicking(false);
  };

  const list = people.data && (
    <PeopleList people={people.data} current={person?.id ?? null} onPick={pick} layout="column" />
  );

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content" onClick={(event) => { event.preventDefault(); document.getElementById("content")?.focus(); }}>
        {t("page.skip")}
      </a>
      <Header person={person} theme={theme} chooseLanguage={chooseLanguage} />
      <Banner fictitiousRenewal={info.data?.fictitiousRenewal ?? true} connected={connected} />
      <div className={styles.body}>
        {person && wide && (
          <nav className={styles.side} aria-label={t("people.panel")}>
            <h2>{t("people.title")}</h2>
            {list}
          </nav>
        )}
        <main id="content" tabIndex={-1} className={styles.content}>
          {people.isPending ? (
            <Spinner className={styles.center} label={t("page.loading")} />
          ) : !people.data ? (
            <div className={styles.center} role="alert">
              <h1>{t("page.unreachable")}</h1>
              <p>{t("page.unreachableHint")}</p>
              <Button appearance="primary" onClick={() => void people.refetch()}>{t("page.retry")}</Button>
            </div>
          ) : person ? (
            <Window person={person} tab={tab} tabs={tabs} mode={theme.mode} onChangePerson={wide ? null : () => setPicking(true)} />
          ) : (
            <Welcome people={people.data} organisation={info.data?.organisation ?? ""} onPick={pick} />
          )}
        </main>
      </div>
      <OverlayDrawer
        open={picking && !wide}
        onOpenChange={(_, { open }) => setPicking(open)}
        aria-label={t("people.panel")}
      >
        <div className={styles.drawer}>
          <div className={styles.drawerHead}>
            <h2>{t("people.title")}</h2>
            <Button appearance="subtle" icon={<DismissRegular />} onClick={() => setPicking(false)} aria-label={t("people.close")} />
          </div>
          {list}
        </div>
      </OverlayDrawer>
    </div>
  );
}
