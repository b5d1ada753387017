import { useSyncExternalStore } from "react";

/** Whether a CSS media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

export const useNarrow = () => useMedia("(max-width: 719px)");
/** Room for the list of people beside the window. */
export const useWide = () => useMedia("(min-width: 1120px)");
