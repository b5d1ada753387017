import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useTexts } from "../app/texts";
import { availabilityTexts } from "./availabilityTexts";

/** That a plan was made without jurors nothing is known of, and where to ask them. */
export function LeftOutJurors({ count }: { count: number }) {
  const t = useTexts(availabilityTexts);
  const show = () => document.getElementById("availability")?.scrollIntoView({ behavior: "smooth" });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t.leftOut(count)} <a href="#availability" onClick={event => { event.preventDefault(); show(); }}>{t.leftOutNext}</a></MessageBarBody>
    </MessageBar>
  );
}
