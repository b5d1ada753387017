import { useTexts } from "../app/texts";
import { useSomeFictitious } from "../ui/Fictitious";
import { Page } from "../ui/Page";
import { RosterCard } from "./RosterCard";
import { rosterTexts } from "./rosterTexts";

export function RosterPage() {
  const t = useTexts(rosterTexts);
  return (
    <Page title={t.title} subtitle={t.intro} fictitious={useSomeFictitious()}>
      <div className="columns">
        <RosterCard sort="candidates" />
        <RosterCard sort="jurors" />
      </div>
    </Page>
  );
}
