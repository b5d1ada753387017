import type { Certification, SessionSettings } from "../api/types";
import type { formTexts } from "./formTexts";
import { covering } from "./registration";

export type Need = keyof typeof formTexts.fr.needed;

/** The longest window the server accepts, in milliseconds. */
const longestWindow = 61 * 24 * 3600 * 1000;

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

export const reasonNeeded = (settings: SessionSettings, certification: Certification | undefined) =>
  !!settings.window.from && !!settings.window.to && covering(certification, settings.window) === null;

/** What keeps these settings from being saved; the server checks them again. */
export function missing(settings: SessionSettings, certification: Certification | undefined): Need[] {
  const { window, examMinutes, candidatesPerSitting, lunch, break: pause } = settings;
  const day = minutesOf(window.dayTo) - minutesOf(window.dayFrom);
  const noon = lunch && [minutesOf(lunch.from), minutesOf(lunch.to)] as const;
  const longest = noon ? Math.max(Math.min(noon[0], minutesOf(window.dayTo)) - minutesOf(window.dayFrom), minutesOf(window.dayTo) - Math.max(noon[1], minutesOf(window.dayFrom))) : day;
  const needs: [Need, boolean][] = [
    ["block", settings.kind === "intermediate" && !settings.block],
    ["promotion", !settings.promotion.trim()],
    ["candidates", settings.candidates.length === 0],
    ["from", !window.from],
    ["to", !window.to || window.to < window.from || Date.parse(window.to) - Date.parse(window.from) > longestWindow],
    ["hours", !(day > 0)],
    ["rooms", settings.rooms.length === 0],
    ["examMinutes", !(examMinutes >= 10 && examMinutes <= 240)],
    ["perSitting", !(candidatesPerSitting >= 1 && candidatesPerSitting <= 20)],
    ["lunch", !!noon && !(noon[1] > noon[0])],
    ["break", !!pause && !(pause.afterExams >= 1 && pause.afterExams <= 20)],
    ["pauseMinutes", !!pause && !(pause.minutes >= 5 && pause.minutes <= 120)],
    ["deposits", !!settings.deposits && !(settings.deposits.daysBefore >= 0 && settings.deposits.daysBefore <= 60)],
    ["halfDay", day > 0 && !(noon && noon[1] <= noon[0]) && examMinutes > longest],
    ["reason", reasonNeeded(settings, certification) && !settings.reason?.trim()],
  ];
  return needs.filter(([, isMissing]) => isMissing).map(([need]) => need);
}
