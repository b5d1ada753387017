import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { LiveEvent } from "./types";

/** Listens to the sandbox's events, refetches what each one touches, and says whether the connection stands. */
export function useLive(onEvent: (event: LiveEvent) => void): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  const heard = useEffectEvent(onEvent);

  useEffect(() => {
    // A first answer under way may be older than the event, and only what has an answer already is asked again at once: ask after it.
    const refetch = async (queryKey: string[]) => {
      const first = queries.isFetching({ queryKey, predicate: (query) => query.state.data === undefined }) > 0;
      await queries.invalidateQueries({ queryKey });
      if (first) await queries.invalidateQueries({ queryKey });
    };
    const source = new EventSource("/portal/api/events");
    let lost = false;
    source.onopen = () => {
      if (lost) void queries.invalidateQueries();
      lost = false;
      setConnected(true);
    };
    source.onerror = () => {
      lost = true;
      setConnected(false);
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as LiveEvent;
      void refetch(event.kind === "jurybot" ? [] : event.person ? [event.kind, event.person] : [event.kind]);
      heard(event);
    };
    return () => source.close();
  }, [queries]);

  return connected;
}
