/** What the sandbox's portal API sends. Instants are ISO 8601 with an offset. */

export type Kind = "coordinator" | "director" | "juror" | "candidate";

export interface Person {
  id: string;
  name: string;
  mail: string;
  kind: Kind;
  /** False: no Microsoft 365 account, so mail only. */
  hasAccount: boolean;
  language: string | null;
  title: string | null;
}

export interface Info {
  organisation: string;
  /** Null until JuryBot runs. */
  juryBotUrl: string | null;
  appUrl: string | null;
  now: string;
  timeZone: string;
  fictitiousRenewal: boolean;
}

export interface Attachment {
  contentType: string;
  content: unknown;
}

export interface ChatMessage {
  id: string;
  from: "bot" | "me";
  at: string;
  text: string | null;
  attachments: Attachment[];
  updatedAt: string | null;
  deleted: boolean;
}

/** What a card action carries: `data` is the action's data merged with the card's inputs. */
export interface CardAction {
  type: "Action.Execute" | "Action.Submit";
  verb: string | null;
  id: string | null;
  data: unknown;
}

/** The HTTP status JuryBot answered with, and the invoke's answer; null for an Action.Submit. */
export interface ActionAnswer {
  status: number;
  body: { statusCode?: number; type?: string; value?: unknown } | null;
}

export type Answer = "accepted" | "declined" | "tentativelyAccepted";
export type ResponseStatus = Answer | "organizer" | "none" | "notResponded";

export interface Attendee {
  name: string;
  mail: string;
  type: "required" | "optional" | "resource";
  response: ResponseStatus;
}

export interface CalendarEvent {
  id: string;
  subject: string;
  bodyHtml: string;
  start: string;
  end: string;
  location: string | null;
  organizer: { name: string; mail: string };
  attendees: Attendee[];
  myResponse: ResponseStatus;
  isJuryBot: boolean;
  isCancelled: boolean;
}

export interface Mail {
  id: string;
  from: string;
  to: string[];
  subject: string;
  html: string;
  at: string;
  read: boolean;
  /** The event of this person's calendar that the mail is about. */
  eventId: string | null;
}

export interface ClockState {
  now: string;
  offsetSeconds: number;
}

export interface LiveEvent {
  kind: "chat" | "mail" | "calendar" | "clock" | "jurybot";
  person: string | null;
}
