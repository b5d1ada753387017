import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/api";
import type { PanelSeat, Substitute } from "../api/sittingTypes";
import { useAct } from "../api/use";

export type LeftSeat = Pick<PanelSeat, "person" | "name" | "roleName">;

export const isInvalid = (one: Substitute) => one.findings.some(finding => finding.severity === "error");

/** Who is free and leaves a valid panel, the best of them. */
export const bestOf = (all: readonly Substitute[] | undefined) => all?.find(one => one.free && !isInvalid(one));

/** Who could take a member's seat, the best first. */
export function useSubstitutes(sitting: string, person: string) {
  const api = useApi();
  const path = `sittings/${sitting}/substitutes/${encodeURIComponent(person)}` as const;
  return useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get(path, signal), gcTime: 0 });
}

/** Has somebody take a member's seat. */
export function useReplace(sitting: string, leaving: string) {
  const api = useApi();
  return useAct((substitute: string, key) => api.post(`sittings/${sitting}/replacements`, key, { declined: leaving, substitute }));
}
