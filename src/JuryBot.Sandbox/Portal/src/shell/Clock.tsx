import {
  Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Spinner, Toast, ToastTitle, useToastController,
} from "@fluentui/react-components";
import { CalendarArrowRightRegular, ChevronDownRegular, ClockRegular, FastForwardRegular, WeatherSunnyRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../api/http";
import { paths } from "../api/queries";
import type { CalendarEvent, ClockState, Person } from "../api/types";
import { useFormat, useZone } from "../time/format";
import { useNow } from "../time/now";
import { addDays, instantOf, wallOf } from "../time/zone";
import { useTexts } from "../texts/texts";
import { toasterId } from "./toaster";
import styles from "./shell.module.css";

type Step = { advanceMinutes: number } | { to: string };

/** How far ahead a next jury is looked for, in days. */
const horizon = 370;

async function startOfNextJury(person: Person, now: Date): Promise<string | null> {
  const events = await get<CalendarEvent[]>(paths.calendar(person.id, now, new Date(now.getTime() + horizon * 86_400_000)));
  const starts = events.filter((event) => event.isJuryBot && Date.parse(event.start) > now.getTime()).map((event) => event.start);
  return starts.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** The sandbox's clock, which only moves forward. */
export function Clock({ person }: { person: Person | null }) {
  const { t } = useTexts();
  const format = useFormat();
  const zone = useZone();
  const now = useNow();
  const queries = useQueryClient();
  const { dispatchToast } = useToastController(toasterId);
  const say = (text: string, intent: "success" | "info" | "error") => dispatchToast(<Toast><ToastTitle>{text}</ToastTitle></Toast>, { intent });

  const move = useMutation({
    mutationFn: async (choose: () => Promise<Step | null> | Step) => {
      const step = await choose();
      if (step) await post("/api/clock", step);
      return step !== null;
    },
    onSuccess: async (moved) => {
      if (!moved) return say(t("clock.noEvent"), "info");
      await queries.invalidateQueries();
      const { now: arrived } = await get<ClockState>("/api/clock");
      say(t("clock.moved", { when: format.dateTime(arrived) }), "success");
    },
    onError: () => say(t("clock.failed"), "error"),
  });

  if (!now) return <div className={styles.clock} />;
  const tomorrow = () => ({ to: instantOf(addDays(wallOf(now, zone).day, 1), 8 * 60, zone).toISOString() });
  const nextJury = async (somebody: Person) => {
    const to = await startOfNextJury(somebody, now);
    return to ? { to } : null;
  };

  return (
    <div className={styles.clock} role="group" aria-label={t("clock.label")}>
      <time dateTime={now.toISOString()} className={styles.time}>
        <span className={styles.date}>{format.date(now)}</span>
        <span className={styles.dateShort}>{format.shortDate(now)}</span>
        <b>{format.time(now)}</b>
      </time>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="primary"
            className={styles.advance}
            disabledFocusable={move.isPending}
            icon={move.isPending ? <Spinner size="extra-tiny" appearance="inverted" /> : <FastForwardRegular />}
            aria-label={t("clock.advanceHint")}
          >
            <span className={styles.advanceWords}>{move.isPending ? t("clock.moving") : t("clock.advance")}</span>
            <ChevronDownRegular aria-hidden fontSize={12} />
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<ClockRegular />} onClick={() => move.mutate(() => ({ advanceMinutes: 60 }))}>{t("clock.hour")}</MenuItem>
            <MenuItem icon={<WeatherSunnyRegular />} onClick={() => move.mutate(tomorrow)}>{t("clock.tomorrow")}</MenuItem>
            <MenuItem icon={<FastForwardRegular />} onClick={() => move.mutate(() => ({ advanceMinutes: 7 * 24 * 60 }))}>{t("clock.week")}</MenuItem>
            {person?.hasAccount && (
              <MenuItem icon={<CalendarArrowRightRegular />} onClick={() => move.mutate(() => nextJury(person))}>{t("clock.nextEvent")}</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
