import { Button } from "@fluentui/react-components";
import { WeatherMoonRegular, WeatherSunnyRegular } from "@fluentui/react-icons";
import { Link, Router, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { Guard } from "../ui/Guard";
import { Notice } from "../ui/Notice";
import { appTexts } from "./appTexts";
import { isCoordinator, isDirector, useMe } from "./me";
import { Pages } from "./Pages";
import type { Theme } from "./preferences";
import { textOf, useTexts, type Language } from "./texts";

interface Props {
  theme: Theme;
  setTheme: (theme: Theme) => void;
  language: Language;
  setLanguage: (language: Language) => void;
}

export function Shell(props: Props) {
  return <Router hook={useHashLocation}><Frame {...props} /></Router>;
}

function Frame({ theme, setTheme, language, setLanguage }: Props) {
  const [at] = useLocation();
  const t = useTexts(appTexts);
  const me = useMe();
  const dark = theme !== "light";
  const known = isCoordinator(me) || isDirector(me);
  const roles = me.roles.filter(role => role in t.roles).map(role => textOf(t.roles, role)).join(", ");
  return (
    <>
      <a className="skip" href="#main" onClick={event => { event.preventDefault(); document.getElementById("main")?.focus(); }}>{t.skip}</a>
      <header className="top">
        <span className="brand"><img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" /> JuryBot</span>
        <span className="organisation">{me.organisation.name}</span>
        <span className="who" title={t.signedInAs(me.name)}>{me.name}{roles && <small> · {roles}</small>}</span>
        <Button appearance="subtle" size="small" lang={language === "fr" ? "en" : "fr"} aria-label={t.languageLabel}
          onClick={() => setLanguage(language === "fr" ? "en" : "fr")}>{t.language}</Button>
        <Button appearance="subtle" size="small" icon={dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
          aria-label={dark ? t.toLight : t.toDark} onClick={() => setTheme(dark ? "light" : "dark")} />
      </header>
      {known && (
        <nav className="tabs" aria-label={t.nav}>
          <Tab href="/sessions" also="/sittings">{t.sessions}</Tab>
          {isDirector(me) && <Tab href="/presidents">{t.presidents}</Tab>}
          <Tab href="/candidates">{t.candidates}</Tab>
          <Tab href="/people">{t.people}</Tab>
          {isCoordinator(me) && <Tab href="/import">{t.roster}</Tab>}
          <Tab href="/documents">{t.documents}</Tab>
          <Tab href="/accrochage">{t.accrochage}</Tab>
          <Tab href="/statistics">{t.statistics}</Tab>
          {isDirector(me) && <Tab href="/settings">{t.settings}</Tab>}
        </nav>
      )}
      <main id="main" className="main" tabIndex={-1}><Notice /><Guard key={at}><Pages known={known} /></Guard></main>
    </>
  );
}

function Tab({ href, also, children }: { href: string; also?: string; children: string }) {
  const [at] = useLocation();
  const here = at.startsWith(href) || (also !== undefined && at.startsWith(also));
  return <Link href={href} aria-current={here ? "page" : undefined}>{children}</Link>;
}
