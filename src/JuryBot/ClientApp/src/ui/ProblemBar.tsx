import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useContext } from "react";
import { problemOf, type Problem } from "../api/problem";
import { appTexts } from "../app/appTexts";
import { SignInContext } from "../app/SignInContext";
import { useTexts } from "../app/texts";
import { uiTexts } from "./uiTexts";

type Sort = keyof typeof uiTexts.fr.problems;

function sortOf({ status, isRefusal }: Problem): Sort {
  if (isRefusal) return "refused";
  switch (status) {
    case 0: return "offline";
    case 401: return "signedOut";
    case 403: return "forbidden";
    case 404: return "missing";
    case 409: case 412: return "conflict";
    case 429: case 503: return "busy";
    default: return status >= 500 ? "failed" : "refused";
  }
}

/** What went wrong in words, and what to do next. */
export function ProblemBar({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
  const t = useTexts(uiTexts);
  const signIn = useTexts(appTexts).signInAgain;
  const again = useContext(SignInContext);
  const problem = problemOf(error);
  const sort = sortOf(problem);
  const words = t.problems[sort];
  return (
    <MessageBar intent={sort === "busy" || sort === "conflict" ? "warning" : "error"} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title ?? words.title}</MessageBarTitle>{" "}
        {problem.words && <>{problem.words} </>}
        {!(sort === "refused" && problem.words) && words.next}
        {problem.details.length > 0 && <ul>{problem.details.map((detail, i) => <li key={i}>{detail}</li>)}</ul>}
        {problem.trace && problem.status >= 500 && <> {t.reference(problem.trace)}</>}
      </MessageBarBody>
      {(sort === "signedOut" || (retry && problem.mayRetry)) && (
        <MessageBarActions>
          {sort === "signedOut"
            ? <Button size="small" onClick={() => void again()}>{signIn}</Button>
            : <Button size="small" onClick={retry}>{t.retry}</Button>}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
