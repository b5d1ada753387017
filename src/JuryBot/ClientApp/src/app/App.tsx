import { FluentProvider, teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useMemo, type ComponentType } from "react";
import { Api, ApiContext } from "../api/api";
import { problemOf } from "../api/problem";
import type { Known } from "../api/routes";
import type { Me } from "../api/types";
import { Loaded } from "../ui/Loaded";
import { MeContext } from "./me";
import { NoRole } from "./NoRole";
import { chosenLanguage, languageOf, useLanguage, useTheme, type Theme } from "./preferences";
import { SignInContext } from "./SignInContext";
import { LanguageContext, type Language } from "./texts";

const cache = new QueryClient({
  defaultOptions: {
    // Asked of JuryBot also while the browser thinks that it is offline: what cannot be had is then said, instead of waiting in silence.
    queries: { networkMode: "always", retry: (failures, error) => problemOf(error).mayRetry && failures < 2, staleTime: 5_000 },
    mutations: { networkMode: "always" },
  },
});

/** What gives tokens for the API, and asks the person when it has none. */
export interface Signing { token: () => Promise<string | null>; start: () => Promise<void>; host?: Host }

/** The application around the pages, where one says how they should look. */
export interface Host { theme: Theme; language: Language | null; onTheme: (hear: (theme: Theme) => void) => void }

const themes = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

/** What stands around the pages. */
export type Frame = ComponentType<{ theme: Theme; setTheme: (theme: Theme) => void; language: Language; setLanguage: (language: Language) => void }>;

/** What the first page will read, once it is known who looks: it is on its way while the page is drawn. */
export type Ahead = (me: Me, read: <Path extends string>(path: Known<"get", Path>) => void) => void;

export function App({ signIn, language, frame, ahead }: { signIn: Signing; language: Language; frame: Frame; ahead?: Ahead }) {
  const api = useMemo(() => new Api(signIn), [signIn]);
  return (
    <QueryClientProvider client={cache}>
      <ApiContext value={api}>
        <SignInContext value={() => signIn.start().then(() => cache.invalidateQueries())}>
          <Signed api={api} host={signIn.host} fallback={language} frame={frame} ahead={ahead} />
        </SignInContext>
      </ApiContext>
    </QueryClientProvider>
  );
}

function Signed({ api, host, fallback, frame: Around, ahead }: { api: Api; host?: Host; fallback: Language; frame: Frame; ahead?: Ahead }) {
  const [theme, setTheme] = useTheme(host);
  const otherwise = (person?: Me) => host?.language ?? languageOf(person?.language) ?? fallback;
  const me = useQuery({
    queryKey: ["me"],
    queryFn: async () => {
      const person = await api.get("me");
      const language = api.language = chosenLanguage() ?? otherwise(person);
      ahead?.(person, <Path extends string>(path: Known<"get", Path>) => void cache.prefetchQuery({ queryKey: [language, path], queryFn: ({ signal }) => api.get<Path>(path, signal) }));
      return person;
    },
  });
  const [language, setLanguage] = useLanguage(otherwise(me.data));
  api.language = language;
  return (
    <FluentProvider theme={themes[theme]} className="app">
      <LanguageContext value={language}>
        {problemOf(me.error).status === 403 ? <main className="main"><NoRole /></main> : <Loaded query={me}>
          {person => (
            <MeContext value={person}>
              <Around theme={theme} setTheme={setTheme} language={language} setLanguage={setLanguage} />
            </MeContext>
          )}
        </Loaded>}
      </LanguageContext>
    </FluentProvider>
  );
}
