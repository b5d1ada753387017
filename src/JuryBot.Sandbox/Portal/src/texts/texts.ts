import { createContext, use } from "react";
import en from "./en.json";
import fr from "./fr.json";

export type Language = "fr" | "en";
export type TextKey = keyof typeof fr & keyof typeof en;
type PluralKey = { [K in TextKey]: K extends `${infer Stem}.other` ? Stem : never }[TextKey];
export type Values = Record<string, string | number>;

/** Both files hold every key: this line does not compile otherwise. */
const resources: Record<Language, Record<keyof typeof fr | keyof typeof en, string>> = { fr, en };

export interface Texts {
  readonly language: Language;
  /** The text of a key, its `{name}` places filled from values. */
  t(key: TextKey, values?: Values): string;
  /** The text of `key.one` or `key.other`, as the language counts; `{count}` is the number. */
  count(key: PluralKey, count: number): string;
}

export function textsIn(language: Language): Texts {
  const plural = new Intl.PluralRules(language);
  const t = (key: TextKey, values: Values = {}) =>
    resources[language][key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  return {
    language,
    t,
    count: (key, count) => t(`${key}.${plural.select(count) === "one" ? "one" : "other"}` as TextKey, { count }),
  };
}

export const TextsContext = createContext<Texts>(textsIn("fr"));

export const useTexts = () => use(TextsContext);
