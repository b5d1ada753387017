import type { Certification, SessionSettings } from "../api/types";
import type { formTexts } from "./formTexts";
import { covering } from "./registration";

export type Need = keyof typeof formTexts.fr.needed;

/** The longest window the server accepts, in milliseconds. */
const longest = 61 * 24 * 3600 * 1000;

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

export const reasonNeeded = (settings: SessionSettings, certification: Certification | undefined) =>
  !!settings.window.from && !!settings.window.to && covering(certification, settings.window) === null;

/** What keeps these settings from being saved; the server checks them again. */
export function missing(settings: SessionSettings, certification: Certification | undefined): Need[] {
  const { window, examMinutes, candidatesPerSitting } = settings;
  const day = minutesOf(window.dayTo) - minutesOf(window.dayFrom);
  const needs: [Need, boolean][] = [
    ["block", settings.kind === "intermediate" && !settings.block],
    ["promotion", !settings.promotion.trim()],
    ["candidates", settings.candidates.length === 0],
    ["from", !window.from],
    ["to", !window.to || window.to < window.from || Date.parse(window.to) - Date.parse(window.from) > longest],
    ["hours", !(day > 0)],
    ["rooms", settings.rooms.length === 0],
    ["examMinutes", !(examMinutes >= 10 && examMinutes <= 240)],
    ["perSitting", !(candidatesPerSitting >= 1 && candidatesPerSitting <= 20)],
    ["sitting", day > 0 && examMinutes * candidatesPerSitting > day],
    ["reason", reasonNeeded(settings, certification) && !settings.reason?.trim()],
  ];
  return needs.filter(([, isMissing]) => isMissing).map(([need]) => need);
}
