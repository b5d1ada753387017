import { Button, Tab, TabList } from "@fluentui/react-components";
import { ArrowDownloadRegular, OpenRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useInfo } from "../api/queries";
import type { Person } from "../api/types";
import { useNarrow } from "../settings/media";
import { TeamsTab } from "../teams/TeamsTab";
import { useTexts } from "../texts/texts";
import styles from "./console.module.css";

const rosters = [["console.candidates", "candidats.csv"], ["console.jurors", "jures.xlsx"]] as const;

type Width = "wide" | "pane";

/** JuryBot's own pages as a tab of Teams, as wide as the console or as narrow as Outlook's pane. */
export function Console({ person, mode }: { person: Person; mode: "light" | "dark" }) {
  const { t, language } = useTexts();
  const appUrl = useInfo().data?.appUrl;
  const [width, setWidth] = useState<Width>("wide");
  const narrow = useNarrow();
  if (!appUrl) return <p className={styles.unset}>{t("console.unset")}</p>;

  const address = new URL(appUrl, location.href);
  address.searchParams.set("login_hint", person.id);
  address.searchParams.set("lang", language);
  address.searchParams.set("theme", mode);

  return (
    <section className={styles.console} aria-label={t("console.title")}>
      <div className={styles.bar}>
        {!narrow && (
          <TabList size="small" selectedValue={width} onTabSelect={(_, { value }) => setWidth(value as Width)} aria-label={t("console.width")}>
            <Tab value="wide">{t("console.wide")}</Tab>
            <Tab value="pane">{t("console.pane")}</Tab>
          </TabList>
        )}
        {person.kind === "coordinator" && rosters.map(([text, file]) => (
          <Button key={file} as="a" size="small" appearance="subtle" icon={<ArrowDownloadRegular />} href={`/portal/rosters/${file}`} download={file} title={t("console.rosters")}>
            {t(text)}
          </Button>
        ))}
        <Button as="a" size="small" appearance="subtle" icon={<OpenRegular />} href={address.href} target="_blank" rel="noopener">
          {t("console.open")}
        </Button>
      </div>
      <div className={styles.stage} data-width={narrow ? "wide" : width}>
        <TeamsTab person={person} appUrl={appUrl} mode={mode} />
      </div>
    </section>
  );
}
