import type { components } from "../api/schema";

type Schemas = components["schemas"];

/** A published title on its way to the Caisse des Dépôts; `message`: the last refusal in its words, `hints`: what to correct, `toDo`: of an annulled title that was sent. */
export type Title = Schemas["TransmittedTitle"];

/** `content`: the file, base64; null when there is nothing to send. */
export type Export = Schemas["ExportedTitles"];

export type Receipt = Schemas["ReceiptReport"];

/** Birth data as entered; nothing where nothing is known. */
export type Birth = Schemas["BirthData"];

/** `seen`: fingerprint of what was kept when it was read; null for nothing. */
export type BirthForm = Schemas["BirthForm"];

/** The file that an answer carries. */
export const fileOf = (made: Export) => new Blob([Uint8Array.from(atob(made.content ?? ""), letter => letter.charCodeAt(0))], { type: "application/xml" });
