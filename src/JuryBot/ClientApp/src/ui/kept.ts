import { useEffect, useRef, useState } from "react";

/** What was begun in a form and is not saved: in the memory of this page only. */
const begun = new Map<string, unknown>();

window.addEventListener("beforeunload", event => { if (begun.size > 0) event.preventDefault(); });

export interface Kept<T> {
  value: T;
  /** What the person enters. */
  set: (next: (now: T) => T) => void;
  /** What the form takes over from elsewhere: nothing is begun by it. */
  follow: (next: (now: T) => T) => void;
  /** Whether the form was left half filled in, and is as it was left. */
  resumed: boolean;
  startOver: () => void;
  /** Once it is saved. */
  drop: () => void;
}

/** What a form holds. Who leaves the form and comes back finds it as they left it; the browser asks before the whole page goes. */
export function useKept<T>(name: string, initial: () => T): Kept<T> {
  const [value, setValue] = useState(() => begun.has(name) ? begun.get(name) as T : initial());
  const [resumed, setResumed] = useState(() => begun.has(name));
  const touched = useRef(resumed);
  useEffect(() => { if (touched.current) begun.set(name, value); }, [name, value]);
  const drop = () => { touched.current = false; begun.delete(name); };
  return {
    value, resumed, drop,
    set: next => { touched.current = true; setValue(next); },
    follow: setValue,
    startOver: () => { drop(); setResumed(false); setValue(initial()); },
  };
}
