import { Button, FluentProvider, MessageBar, MessageBarActions, MessageBarBody, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { Page } from "../ui/Page";
import { appTexts } from "./appTexts";
import { languageOf, useLanguage, useTheme } from "./preferences";

/** Shown when the page could not even sign in. */
export function Failed({ detail }: { detail: string }) {
  const [theme] = useTheme();
  const [language] = useLanguage(languageOf(navigator.language) ?? "fr");
  const t = appTexts[language];
  const again = () => {
    const search = new URLSearchParams(window.location.search);
    for (const name of ["code", "state", "error", "error_description", "session_state", "iss"]) search.delete(name);
    window.location.assign(`${window.location.pathname}?${search}${window.location.hash}`);
    if (window.location.hash) window.location.reload();
  };
  return (
    <FluentProvider theme={theme === "dark" ? webDarkTheme : webLightTheme} className="app">
      <main className="main">
        <Page title={t.signInFailed} fictitious={false}>
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{t.signInFailedNext} <code>{detail}</code></MessageBarBody>
            <MessageBarActions><Button size="small" onClick={again}>{t.signInAgain}</Button></MessageBarActions>
          </MessageBar>
        </Page>
      </main>
    </FluentProvider>
  );
}
