import { useSyncExternalStore } from "react";

export const tabs = ["chat", "calendar", "mail", "console"] as const;
export type Tab = (typeof tabs)[number];
export interface Route {
  person: string | null;
  tab: Tab | null;
}

function parse(hash: string): Route {
  const fields = new URLSearchParams(hash.slice(1));
  return { person: fields.get("person") || null, tab: tabs.find((known) => known === fields.get("tab")) ?? null };
}

/** Where the page is: `#person={id}&tab={tab}`. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener("hashchange", listener);
      return () => removeEventListener("hashchange", listener);
    },
    () => location.hash,
  );
  return parse(hash);
}

export const hashOf = (person: string, tab: Tab) => `#${new URLSearchParams({ person, tab })}`;
