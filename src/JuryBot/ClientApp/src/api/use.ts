import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useContext, useRef } from "react";
import { LanguageContext } from "../app/texts";
import { useApi } from "./api";
import { problemOf } from "./problem";
import type { AnswerOf, Known } from "./routes";

/** Milliseconds between two looks: at long work under way, and at people answering in their own time. */
export const soon = 1_500;
export const later = 15_000;

/** Reads `/api/{path}` in the language shown, again after the milliseconds that `next` makes of the last answer. */
export function useRead<Path extends string>(path: Known<"get", Path>, next?: (data: AnswerOf<"get", Path>) => number | false, enabled = true) {
  const api = useApi();
  const language = useContext(LanguageContext);
  return useQuery({
    queryKey: [language, path],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<Path>(path, signal),
    refetchInterval: query => query.state.data !== undefined && next ? next(query.state.data) : false,
    enabled,
  });
}

/**
 * An act on the server, then everything shown is read again. A second try after a lost answer carries the
 * same Idempotency-Key; a definite answer ends the key's life, and so do another input and another `about`.
 */
export function useAct<TInput, TAnswer = unknown>(
  act: (input: TInput, key: string) => Promise<TAnswer>,
  done?: (answer: TAnswer, input: TInput) => void,
  about?: string,
) {
  const key = useRef<{ id: string; input: TInput; about?: string } | null>(null);
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: TInput) => {
      if (!key.current || key.current.input !== input || key.current.about !== about) key.current = { id: newId(), input, about };
      return act(input, key.current.id);
    },
    onError: error => {
      if (problemOf(error).mayRetry) return;
      key.current = null;
      // Often because what is shown is old.
      void cache.invalidateQueries();
    },
    onSuccess: (answer, input) => {
      key.current = null;
      done?.(answer, input);
      // Not awaited: a dialog closes before what it stands on is drawn anew.
      void cache.invalidateQueries();
    },
  });
}

/** A random UUID, also where the page is served without TLS and `randomUUID` is missing. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
