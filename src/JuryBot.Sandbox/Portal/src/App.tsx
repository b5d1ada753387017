import { FluentProvider, Toaster } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { usePeople } from "./api/queries";
import { useRoute } from "./settings/route";
import { readStored, useStored } from "./settings/stored";
import { useTheme } from "./settings/theme";
import { Page } from "./shell/Page";
import { toasterId } from "./shell/toaster";
import { type Language, TextsContext, textsIn } from "./texts/texts";

const browserLanguage: Language = navigator.language.toLowerCase().startsWith("en") ? "en" : "fr";

/** The language chosen in the header, else the picked person's, else the browser's. */
function useLanguage(person: string | null): [Language, (language: Language) => void] {
  const [stored, choose] = useStored("language");
  const spoken = usePeople().data?.find(({ id }) => id === person)?.language?.slice(0, 2);
  const language = [stored, spoken].find((value) => value === "fr" || value === "en") ?? browserLanguage;
  return [language as Language, choose];
}

export function App() {
  const route = useRoute();
  const person = route.person ?? readStored("person");
  const [language, chooseLanguage] = useLanguage(person);
  const theme = useTheme();
  const texts = useMemo(() => textsIn(language), [language]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme.mode;
    document.title = texts.t("page.title");
  }, [language, texts, theme.mode]);

  return (
    <TextsContext value={texts}>
      <FluentProvider theme={theme.theme} style={{ height: "100%" }}>
        <Page person={person} tab={route.tab} theme={theme} chooseLanguage={chooseLanguage} />
        <Toaster toasterId={toasterId} position="bottom" />
      </FluentProvider>
    </TextsContext>
  );
}
