import { createContext, useContext } from "react";
import type { Me } from "../api/types";

export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("No Me in this tree");
  return me;
}

export const isDirector = (me: Me) => me.roles.includes("director");
export const isCoordinator = (me: Me) => me.roles.includes("coordinator");
