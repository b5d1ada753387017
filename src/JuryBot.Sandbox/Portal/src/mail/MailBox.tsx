import { Spinner } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { post } from "../api/http";
import { paths, useMail } from "../api/queries";
import type { Person } from "../api/types";
import { clearNews } from "../people/news";
import { useNarrow } from "../settings/media";
import { useTexts } from "../texts/texts";
import { MailList } from "./MailList";
import { ReadingPane } from "./ReadingPane";
import styles from "./mail.module.css";

/** A person's inbox: the list and the mail being read, side by side or one after the other. */
export function MailBox({ person }: { person: Person }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  const mails = useMail(person.id);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = mails.data?.find(({ id }) => id === openId) ?? null;

  useEffect(() => clearNews(person.id, "mail"), [person.id, mails.data]);
  useEffect(() => {
    if (open && !open.read) void post(paths.read(person.id, open.id)).then(() => mails.refetch(), () => undefined);
  }, [open?.id, open?.read, person.id]);

  if (!mails.data) return <Spinner style={{ height: "100%" }} label={t("page.loading")} />;
  return (
    <section className={styles.box} aria-label={t("mail.title")}>
      {!(narrow && open) && <MailList mails={mails.data} openId={openId} onOpen={setOpenId} />}
      {(!narrow || open) && <ReadingPane person={person} mail={open} onBack={narrow ? () => setOpenId(null) : null} />}
    </section>
  );
}
