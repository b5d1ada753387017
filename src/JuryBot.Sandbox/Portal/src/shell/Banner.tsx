import { BeakerRegular, PlugDisconnectedRegular } from "@fluentui/react-icons";
import { useNarrow } from "../settings/media";
import { useTexts } from "../texts/texts";
import styles from "./shell.module.css";

/** Says plainly that nothing here is real, and that the registration's renewal is an example. */
export function Banner({ fictitiousRenewal, connected }: { fictitiousRenewal: boolean; connected: boolean }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  return (
    <aside className={styles.banner} aria-label={t("banner.label")}>
      <p>
        <BeakerRegular aria-hidden fontSize={16} />
        <span>
          {narrow && fictitiousRenewal ? t("banner.short") : t("banner.text")}{" "}
          {fictitiousRenewal && (
            <>
              {!narrow && t("banner.renewal")}{" "}
              <mark>{t("banner.fictitious")}</mark>
            </>
          )}
        </span>
      </p>
      <p role="status" className={styles.offline}>
        {!connected && <><PlugDisconnectedRegular aria-hidden fontSize={16} /> {t("page.offline")}</>}
      </p>
    </aside>
  );
}
