import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useRead } from "../api/use";
import { useTexts } from "../app/texts";
import { Pill } from "./Pill";
import { uiTexts } from "./uiTexts";

/** Whether a page rests on an example registration: all of it, something of it, or nothing. */
export type Rests = boolean | "some" | undefined;

/** Marks what rests on an example registration (certification §1): a page, or one row of it. */
export function Fictitious({ of }: { of: "page" | "some" | "row" }) {
  const t = useTexts(uiTexts);
  if (of === "row") return <Pill tone="warn" title={t.fictitiousNext}>{t.fictitious}</Pill>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody><MessageBarTitle>{t.fictitious}</MessageBarTitle> {of === "some" ? t.fictitiousSome : t.fictitiousNext}</MessageBarBody>
    </MessageBar>
  );
}

/** Of a list: said once where every row is fictitious, else in each row that is. */
export const everyOne = (rows: readonly { fictitious: boolean }[] | undefined) => !!rows?.length && rows.every(one => one.fictitious);

/** Of a page about people, who are of no single certification. */
export function useSomeFictitious(): Rests {
  const certifications = useRead("certifications");
  return certifications.data?.some(one => one.registrations.some(registration => registration.fictitious)) ? "some" : false;
}
