import { useContext } from "react";
import { LanguageContext, useTexts } from "../app/texts";
import { useMe } from "../app/me";
import { formatter } from "./formatter";
import { uiTexts } from "./uiTexts";

/** Dates and times as the organisation's wall clock shows them, whatever the machine's own zone. */
export function useWhen() {
  const language = useContext(LanguageContext);
  const zone = useMe().organisation.timeZone;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const format = (options: Intl.DateTimeFormatOptions, timeZone = zone) =>
    formatter(locale, { ...options, timeZone });
  const t = useTexts(uiTexts);
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const shortDate = (date: string) => format({ day: "numeric", month: "short", year: "numeric" }, "UTC").format(new Date(`${date}T00:00:00Z`));
  return {
    zone,
    /** 2026-05-12 as "mardi 12 mai 2026". */
    date: (date: string) => format(long, "UTC").format(new Date(`${date}T00:00:00Z`)),
    shortDate,
    /** Such as "du 12 mai 2026 au 14 mai 2026"; of one day, "le 12 mai 2026". */
    days: ({ from, to }: { from: string; to: string }) => from === to ? t.day(shortDate(from)) : t.days(shortDate(from), shortDate(to)),
    /** 2026-05-12 as "mar. 12 mai". */
    weekday: (date: string) => format({ weekday: "short", day: "numeric", month: "short" }, "UTC").format(new Date(`${date}T00:00:00Z`)),
    day: (instant: string) => format(long).format(new Date(instant)),
    shortDay: (instant: string) => format({ weekday: "short", day: "numeric", month: "short" }).format(new Date(instant)),
    time: (instant: string) => format(clock).format(new Date(instant)),
    moment: (instant: string) => format({ dateStyle: "medium", timeStyle: "short" }).format(new Date(instant)),
    /** Sortable calendar day of an instant, yyyy-MM-dd. */
    dayKey: (instant: string) => formatter("sv-SE", { timeZone: zone, dateStyle: "short" }).format(new Date(instant)),
    /** Minutes since midnight. */
    minutes: (instant: string) => {
      const [hours = 0, minutes = 0] = formatter("en-GB", { ...clock, timeZone: zone })
        .format(new Date(instant)).split(":").map(Number);
      return hours * 60 + minutes;
    },
  };
}
