import type { CalendarEvent, Mail, Person } from "../api/types";

interface Address { name: string; mail: string }

/** What is open beside the pane, as the stand-in for office.js is given it. */
export interface OutlookItem {
  id: string;
  itemType: "appointment" | "message";
  /** Whether it is being written: an appointment, by who organises it. */
  compose: boolean;
  subject: string;
  html: string;
  from: Address;
  attendees: Address[];
  start?: string;
  end?: string;
  location?: string | null;
}

export const itemOfEvent = ({ id, subject, bodyHtml, organizer, attendees, start, end, location, myResponse }: CalendarEvent): OutlookItem => ({
  id, itemType: "appointment", compose: myResponse === "organizer", subject, html: bodyHtml, from: organizer, attendees, start, end, location,
});

export const itemOfMail = ({ id, subject, html, from, to }: Mail, people: readonly Person[]): OutlookItem => {
  const address = (mail: string) => ({ name: people.find((one) => one.mail === mail)?.name ?? mail, mail });
  return { id, itemType: "message", compose: false, subject, html, from: address(from), attendees: to.map(address) };
};
