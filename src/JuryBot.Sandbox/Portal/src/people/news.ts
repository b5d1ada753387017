import { useSyncExternalStore } from "react";

export type NewsKind = "chat" | "mail";
type News = Readonly<Record<string, readonly NewsKind[]>>;

const key = "portal.news";
const listeners = new Set<() => void>();
let news = JSON.parse(sessionStorage.getItem(key) ?? "{}") as News;

function replace(next: News) {
  news = next;
  sessionStorage.setItem(key, JSON.stringify(news));
  listeners.forEach((listener) => listener());
}

/** Something arrived for a person nobody is looking at. */
export function noteNews(person: string, kind: NewsKind) {
  const known = news[person] ?? [];
  if (!known.includes(kind)) replace({ ...news, [person]: [...known, kind] });
}

/** That person's messages of this kind are being looked at. */
export function clearNews(person: string, kind: NewsKind) {
  const known = news[person] ?? [];
  if (known.includes(kind)) replace({ ...news, [person]: known.filter((other) => other !== kind) });
}

/** What arrived for each person since someone last looked, as far as this page heard. */
export const useNews = (): News =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => news);
