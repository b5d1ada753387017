import { useContext } from "react";
import { LanguageContext } from "../app/texts";

/** Figures as the language writes them. */
export function useNumbers() {
  const locale = useContext(LanguageContext) === "fr" ? "fr-FR" : "en-GB";
  const format = (options: Intl.NumberFormatOptions) => (value: number) => new Intl.NumberFormat(locale, options).format(value);
  return {
    percent: format({ style: "percent", maximumFractionDigits: 0 }),
    signed: format({ signDisplay: "exceptZero", maximumFractionDigits: 2 }),
    plain: format({ maximumFractionDigits: 1 }),
  };
}
