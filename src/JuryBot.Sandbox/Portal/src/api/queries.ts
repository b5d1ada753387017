import { useQuery } from "@tanstack/react-query";
import { get } from "./http";
import type { CalendarEvent, ChatMessage, ClockState, Info, Mail, Person } from "./types";

const person = (id: string) => `/api/people/${encodeURIComponent(id)}`;

export const paths = {
  chat: (id: string) => `${person(id)}/chat`,
  action: (id: string, message: string) => `${person(id)}/chat/${encodeURIComponent(message)}/actions`,
  wholeCalendar: (id: string) => `${person(id)}/calendar`,
  calendar: (id: string, from: Date, to: Date) =>
    `${person(id)}/calendar?from=${encodeURIComponent(from.toISOString())}&to=${encodeURIComponent(to.toISOString())}`,
  response: (id: string, event: string) => `${person(id)}/calendar/${encodeURIComponent(event)}/response`,
  mail: (id: string) => `${person(id)}/mail`,
  read: (id: string, mail: string) => `${person(id)}/mail/${encodeURIComponent(mail)}/read`,
};

export const usePeople = () =>
  useQuery({ queryKey: ["people"], queryFn: ({ signal }) => get<Person[]>("/api/people", signal) });

export const useInfo = () => useQuery({ queryKey: ["info"], queryFn: ({ signal }) => get<Info>("/api/info", signal) });

export const useChat = (id: string, enabled = true) =>
  useQuery({
    queryKey: ["chat", id],
    queryFn: async ({ signal }) => (await get<{ messages: ChatMessage[] }>(paths.chat(id), signal)).messages,
    enabled,
  });

export const useCalendar = (id: string, from: Date, to: Date) =>
  useQuery({
    queryKey: ["calendar", id, from.toISOString(), to.toISOString()],
    queryFn: ({ signal }) => get<CalendarEvent[]>(paths.calendar(id, from, to), signal),
  });

/** An event of a person's calendar, whenever it is. */
export const useEvent = (id: string, event: string | null) =>
  useQuery({
    queryKey: ["calendar", id, "whole"],
    queryFn: ({ signal }) => get<CalendarEvent[]>(paths.wholeCalendar(id), signal),
    enabled: event !== null,
    select: (events) => events.find((one) => one.id === event) ?? null,
  });

/** Newest first. */
export const useMail = (id: string) =>
  useQuery({
    queryKey: ["mail", id],
    queryFn: async ({ signal }) =>
      (await get<Mail[]>(paths.mail(id), signal)).sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  });

/** The sandbox's clock as its distance in milliseconds from this machine's, so that it ticks between two answers. */
export const useClockSkew = () =>
  useQuery({
    queryKey: ["clock"],
    queryFn: async ({ signal }) => Date.parse((await get<ClockState>("/api/clock", signal)).now) - Date.now(),
  });
