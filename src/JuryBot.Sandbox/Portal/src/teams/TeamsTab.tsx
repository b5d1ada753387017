import { useEffect, useRef } from "react";
import { post } from "../api/http";
import type { Person } from "../api/types";
import { useTexts } from "../texts/texts";
import { answer, isRequest, themeChange, type Client } from "./host";

/** JuryBot's console as Teams shows an app's personal tab: in a frame that asks its host who is there. */
export function TeamsTab({ person, appUrl, mode }: { person: Person; appUrl: string; mode: "light" | "dark" }) {
  const { t, language } = useTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const address = new URL(appUrl, location.href);
  address.searchParams.set("host", "teams");
  const { origin, href } = address;
  const theme = mode === "dark" ? "dark" : "default";
  const client = useRef<Client>(null!);
  client.current = {
    theme, locale: language === "fr" ? "fr-fr" : "en-us", person,
    token: () => post<{ token: string }>(`/api/people/${encodeURIComponent(person.id)}/tab-token`).then(({ token }) => token),
  };

  useEffect(() => {
    const hear = ({ source, origin: from, data }: MessageEvent) => {
      if (!source || source !== frame.current?.contentWindow || from !== origin || !isRequest(data)) return;
      void answer(data, client.current).then((said) => said && frame.current?.contentWindow?.postMessage(said, origin));
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [origin]);

  useEffect(() => frame.current?.contentWindow?.postMessage(themeChange(theme), origin), [theme, origin]);

  // A tab is told its language once.
  return <iframe ref={frame} title={t("console.frame")} key={`${person.id}-${language}`} src={href} allow="clipboard-write" />;
}
