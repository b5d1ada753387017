/** A published title on its way to the Caisse des Dépôts. */
export interface Title {
  idTechnique: string;
  candidate: string;
  name: string;
  certification: string;
  fictitious: boolean;
  sitting: string;
  decidedAt: string;
  publishedAt: string;
  state: "notExported" | "exported" | "accepted" | "refused";
  exports: { flux: string; at: string }[];
  /** The last refusal in the words of the Caisse des Dépôts, and what to correct. */
  message: string | null;
  hints: string[] | null;
  birthData: boolean;
  /** The last day for transmitting it, yyyy-MM-dd. */
  dueOn: string;
  late: boolean;
  annulled: boolean;
  /** Of an annulled title that was sent. */
  toDo: string | null;
}

export interface Export {
  name: string;
  /** The file, base64; null when there is nothing to send. */
  content: string | null;
  flux: string;
  sent: number;
  waiting: number;
  leftOut: string[];
  fictitiousTitles: number;
  rest: number;
}

export interface Receipt { lines: { good: boolean; text: string }[]; accepted: number; refused: number; unknown: number }

/** Birth data as entered; nothing where nothing is known. */
export interface Birth {
  birthName: string | null;
  usageName: string | null;
  firstName: string | null;
  secondName: string | null;
  thirdName: string | null;
  year: number | null;
  month: number | null;
  day: number | null;
  sex: string | null;
  commune: string | null;
  postalCode: string | null;
  communeUnknown: boolean;
  communeLabel: string | null;
  country: string | null;
  countryLabel: string | null;
}

/** The file that an answer carries. */
export const fileOf = (made: Export) => new Blob([Uint8Array.from(atob(made.content ?? ""), letter => letter.charCodeAt(0))], { type: "application/xml" });
