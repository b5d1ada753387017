import { useCallback, useEffect, useState } from "react";
import type { Host } from "./App";
import type { Language } from "./texts";

export type Theme = "light" | "dark" | "contrast";

const query = () => new URLSearchParams(window.location.search);

/** Preferences live in the address only: nothing is stored on the machine. */
function remember(name: string, value: string) {
  const search = query();
  search.set(name, value);
  window.history.replaceState(null, "", `${window.location.pathname}?${search}${window.location.hash}`);
}

function forget(name: string) {
  const search = query();
  search.delete(name);
  window.history.replaceState(null, "", `${window.location.pathname}?${search}${window.location.hash}`);
}

export function languageOf(value: string | null | undefined): Language | null {
  const short = value?.slice(0, 2).toLowerCase();
  return short === "fr" || short === "en" ? short : null;
}

export const chosenLanguage = () => languageOf(query().get("lang"));

export function useLanguage(fallback: Language): [Language, (language: Language) => void] {
  const [chosen, setChosen] = useState(chosenLanguage);
  const language = chosen ?? fallback;
  useEffect(() => { document.documentElement.lang = language; }, [language]);
  return [language, useCallback((next: Language) => { remember("lang", next); setChosen(next); }, [])];
}

/** What the person chose here, else the host's, else the system's. */
export function useTheme(host?: Host): [Theme, (theme: Theme) => void] {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const [systemDark, setSystemDark] = useState(system.matches);
  const [chosen, setChosen] = useState(() => query().get("theme"));
  useEffect(() => {
    const follow = (event: MediaQueryListEvent) => setSystemDark(event.matches);
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  });
  const [hosted, setHosted] = useState(host?.theme);
  useEffect(() => host?.onTheme(next => { forget("theme"); setChosen(null); setHosted(next); }), [host]);
  const theme: Theme = chosen === "dark" || chosen === "light" ? chosen : hosted ?? (systemDark ? "dark" : "light");
  useEffect(() => { document.documentElement.dataset.theme = theme; }, [theme]);
  return [theme, useCallback((next: Theme) => { remember("theme", next); setChosen(next); }, [])];
}
