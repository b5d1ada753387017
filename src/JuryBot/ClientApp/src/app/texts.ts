import { createContext, useContext } from "react";

export type Language = "fr" | "en";

/** One resource in both languages; the compiler refuses a key that is in one only. */
export type Both<T> = Record<Language, T>;

/** French is the neutral language: it gives the shape English must have. */
export function both<T>(fr: T, en: NoInfer<T>): Both<T> {
  return { fr, en };
}

export const LanguageContext = createContext<Language>("fr");

export function useTexts<T>(texts: Both<T>): T {
  return texts[useContext(LanguageContext)];
}

/** The text of a code the server sent; a code this page does not know yet is shown as it is. */
export function textOf(texts: Record<string, string>, code: string | null | undefined): string {
  return code ? (texts[code] ?? code) : "";
}

/** French counts 0 and 1 as singular, English only 1. */
export function count(language: Language, n: number, one: string, many: string): string {
  const singular = language === "fr" ? n < 2 : n === 1;
  return `${n} ${singular ? one : many}`;
}

export const fr = (n: number, one: string, many: string) => count("fr", n, one, many);
export const en = (n: number, one: string, many: string) => count("en", n, one, many);
