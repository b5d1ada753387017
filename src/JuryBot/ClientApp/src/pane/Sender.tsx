import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/api";
import { problemOf } from "../api/problem";
import { newId } from "../api/use";
import { useTexts } from "../app/texts";
import { CandidatePage } from "../candidates/CandidatePage";
import { PeopleTable } from "../people/PeopleTable";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { Held } from "./Held";
import { paneTexts } from "./paneTexts";

/** Who wrote the open message: the candidate's record, or what is known of the person. */
export function Sender({ sender }: { sender: { name: string; mail: string } | null }) {
  const t = useTexts(paneTexts);
  const api = useApi();
  const query = useQuery({
    queryKey: ["people/find", sender?.mail],
    queryFn: () => api.post("people/find", newId(), { mail: sender!.mail }),
    enabled: sender !== null,
  });
  if (!sender) return <Page title={t.noSender} fictitious={false}>{null}</Page>;
  if (problemOf(query.error).status === 404) return <Page title={t.stranger} fictitious={false}><p>{t.strangerNext(sender.mail)}</p></Page>;
  return (
    <Loaded query={query}>
      {person => (
        <div className="page">
          {person.roles.includes("candidate") && <CandidatePage id={person.id} />}
          {person.roles.some(role => role !== "candidate") && (
            <Page title={person.name} subtitle={t.person} fictitious={false}><Held person={person.id} /><PeopleTable people={[person]} /></Page>
          )}
        </div>
      )}
    </Loaded>
  );
}
