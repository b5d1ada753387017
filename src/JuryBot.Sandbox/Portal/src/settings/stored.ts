import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

export const readStored = (key: string) => localStorage.getItem(`portal.${key}`);

/** A value this browser remembers; null when it was never chosen. */
export function useStored(key: string): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => readStored(key));
  const store = useCallback((next: string) => {
    localStorage.setItem(`portal.${key}`, next);
    listeners.forEach((listener) => listener());
  }, [key]);
  return [value, store];
}
