import { useMemo } from "react";
import { useInfo } from "../api/queries";
import { useTexts } from "../texts/texts";
import type { Day } from "./zone";

export const defaultZone = "Europe/Paris";

export const useZone = () => useInfo().data?.timeZone ?? defaultZone;

/** Dates and times in words, in the page's language and the organisation's time zone. */
export function useFormat() {
  const { language } = useTexts();
  const zone = useZone();
  return useMemo(() => {
    const locale = language === "fr" ? "fr-FR" : "en-GB";
    const format = (options: Intl.DateTimeFormatOptions, timeZone = zone) => {
      const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone });
      return (date: Date | string) => formatter.format(new Date(date));
    };
    const ofDay = (options: Intl.DateTimeFormatOptions) => {
      const formatter = format(options, "UTC");
      return (day: Day) => formatter(`${day}T00:00:00Z`);
    };
    return {
      time: format({ hour: "2-digit", minute: "2-digit" }),
      date: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
      shortDate: format({ day: "numeric", month: "short" }),
      dateTime: format({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }),
      dayLong: ofDay({ weekday: "long", day: "numeric", month: "long" }),
      dayMonth: ofDay({ day: "numeric", month: "long" }),
      dayMonthYear: ofDay({ day: "numeric", month: "long", year: "numeric" }),
      weekday: ofDay({ weekday: "short" }),
      dayNumber: ofDay({ day: "numeric" }),
    };
  }, [language, zone]);
}
