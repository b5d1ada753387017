import { useEffect, useState } from "react";
import { useClockSkew } from "../api/queries";

/** The sandbox's present, refreshed every few seconds; null until its clock is known. */
export function useNow(): Date | null {
  const skew = useClockSkew().data;
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 5_000);
    return () => clearInterval(timer);
  }, []);
  return skew === undefined ? null : new Date(Date.now() + skew);
}
