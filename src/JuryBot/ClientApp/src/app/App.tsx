import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Api, ApiContext } from "../api/api";
import { problemOf } from "../api/problem";
import type { Me } from "../api/types";
import { Loaded } from "../ui/Loaded";
import { MeContext } from "./me";
import { NoRole } from "./NoRole";
import { languageOf, useLanguage, useTheme } from "./preferences";
import { Shell } from "./Shell";
import type { SignIn } from "./signIn";
import { SignInContext } from "./SignInContext";
import { LanguageContext, type Language } from "./texts";

const cache = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => problemOf(error).mayRetry && failures < 2, staleTime: 5_000 },
  },
});

export function App({ signIn, language }: { signIn: SignIn; language: Language }) {
  const api = useMemo(() => new Api(signIn), [signIn]);
  return (
    <QueryClientProvider client={cache}>
      <ApiContext value={api}>
        <SignInContext value={() => signIn.start()}>
          <Signed api={api} fallback={language} />
        </SignInContext>
      </ApiContext>
    </QueryClientProvider>
  );
}

function Signed({ api, fallback }: { api: Api; fallback: Language }) {
  const [theme, setTheme] = useTheme();
  const me = useQuery({ queryKey: ["me"], queryFn: () => api.get<Me>("me") });
  const [language, setLanguage] = useLanguage(languageOf(me.data?.language) ?? fallback);
  api.language = language;
  return (
    <FluentProvider theme={theme === "dark" ? webDarkTheme : webLightTheme} className="app">
      <LanguageContext value={language}>
        {problemOf(me.error).status === 403 ? <main className="main"><NoRole /></main> : <Loaded query={me}>
          {person => (
            <MeContext value={person}>
              <Shell theme={theme} setTheme={setTheme} language={language} setLanguage={setLanguage} />
            </MeContext>
          )}
        </Loaded>}
      </LanguageContext>
    </FluentProvider>
  );
}
