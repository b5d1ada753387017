import { useEffect, useRef } from "react";
import { useInfo } from "../api/queries";
import type { Person } from "../api/types";
import { useTexts } from "../texts/texts";
import { useZone } from "../time/format";
import type { OutlookItem } from "./item";
import styles from "./outlook.module.css";
import { answerSignIn } from "./signIn";

/** JuryBot's pane beside an item, as Outlook shows an add-in: a frame that talks to its host through office.js. */
export function OutlookPane({ person, item }: { person: Person; item: OutlookItem }) {
  const { t, language } = useTexts();
  const zone = useZone();
  const appUrl = useInfo().data?.appUrl;
  const frame = useRef<HTMLIFrameElement>(null);
  const isHeard = useRef(false);
  const address = appUrl ? new URL("pane.html", new URL(appUrl, location.href)) : null;
  address?.searchParams.set("lang", language);
  address?.searchParams.set("theme", document.documentElement.dataset.theme ?? "light");
  const origin = address?.origin;
  const given = useRef(() => {});
  given.current = () => frame.current?.contentWindow?.postMessage({ office: "item", item, person: { name: person.name, mail: person.mail }, timeZone: zone, language }, origin!);

  useEffect(() => {
    if (!origin) return;
    const hear = ({ source, origin: from, data }: MessageEvent) => {
      if (!source || source !== frame.current?.contentWindow || from !== origin) return;
      if (data?.office === "hello") {
        isHeard.current = true;
        given.current();
      } else if (data?.office === "signIn" && typeof data.request === "string") {
        void answerSignIn(person, data.request).then((answer) => frame.current?.contentWindow?.postMessage({ office: "signIn", answer }, origin));
      }
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [origin, person]);

  // Another item, or another time of the same one.
  useEffect(() => { if (isHeard.current) given.current(); }, [item.id, item.start, item.end]);

  if (!address) return <p className={styles.unset}>{t("console.unset")}</p>;
  return <iframe ref={frame} className={styles.pane} title={t("outlook.frame")} key={person.id} src={address.href} allow="clipboard-write" />;
}
