import { MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "../api/problem";
import { useTexts } from "../app/texts";
import { ProblemBar } from "./ProblemBar";
import { uiTexts } from "./uiTexts";

/** The loading, error and loaded states of one reading; the last known data stays when a refresh fails. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const t = useTexts(uiTexts);
  const retry = () => void query.refetch();
  if (query.data === undefined)
    return query.error
      ? <ProblemBar error={query.error} retry={retry} />
      : <div className="loading"><Spinner label={t.loading} /></div>;
  return (
    <>
      {query.error && (problemOf(query.error).status === 401
        ? <ProblemBar error={query.error} />
        : <MessageBar intent="warning"><MessageBarBody>{t.stale}</MessageBarBody></MessageBar>)}
      {children(query.data)}
    </>
  );
}
