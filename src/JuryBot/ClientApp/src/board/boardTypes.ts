/** The plan board of a session. Moments are local to the organisation, yyyy-MM-ddTHH:mm, so that text order is time's order. */
import type { Rests } from "../ui/Fictitious";
import type { Named, Seat } from "../api/types";

export interface Range { from: string; to: string }
export interface Clash { rule: string; text: string }

export interface BoardSitting {
  id: string;
  start: string;
  end: string;
  /** Address of the room. */
  room: string;
  /** It has begun, is about to, or is new: it is not moved. */
  stays: boolean;
  /** It was put there by hand. */
  pinned: boolean;
  /** Where it is convened, when the proposal moves it. */
  was: { start: string; end: string; room: string } | null;
  panel: Seat[];
  candidates: (Named & { start: string; end: string })[];
  conflicts: Clash[];
}

export interface BoardRoom { id: string; name: string; site: string | null; away: Range[] }

export interface Board {
  fictitious: Rests;
  convened: boolean;
  /** Fingerprint of the plan shown. */
  seen: string;
  mayUndo: boolean;
  slotMinutes: number;
  /** yyyy-MM-dd where the organisation is. */
  today: string;
  days: string[];
  /** Stretches of a day, HH:mm; nothing runs over from one to the next. */
  stretches: Range[];
  rooms: BoardRoom[];
  people: { id: string; away: Range[] }[];
  /** The rules' words, with {0} for whom, {1} for when, {2} for where. */
  words: Record<string, string>;
  sittings: BoardSitting[];
}

/** Where a sitting may be put: a day, a room's address, minutes since midnight. */
export interface Place { day: string; room: string; minutes: number }
