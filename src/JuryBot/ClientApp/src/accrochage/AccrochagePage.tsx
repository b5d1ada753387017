import { MessageBar, MessageBarBody, SearchBox, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useRead } from "../api/use";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Empty } from "../ui/Empty";
import { everyOne } from "../ui/Fictitious";
import { Loaded } from "../ui/Loaded";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { matches } from "../ui/search";
import { useWhen } from "../ui/when";
import type { Title } from "./accrochage";
import { accrochageTexts } from "./accrochageTexts";
import { ExportTitles } from "./ExportTitles";
import { TakeReceipt } from "./TakeReceipt";
import { TitlesTable } from "./TitlesTable";

const isOwed = (one: Title) => !one.annulled && one.state !== "accepted";

export function AccrochagePage() {
  const t = useTexts(accrochageTexts);
  const when = useWhen();
  const coordinator = isCoordinator(useMe());
  const query = useRead("accrochage");
  const [search, setSearch] = useState("");
  const [state, setState] = useState("");
  return (
    <Page title={t.title} subtitle={t.about} fictitious={everyOne(query.data)}>
      <Loaded query={query}>
        {titles => {
          if (titles.length === 0) return <Empty title={t.none}><p>{t.noneNext}</p></Empty>;
          const owed = titles.filter(isOwed);
          const late = owed.filter(one => one.late).length;
          const shown = titles.filter(one => (!state || (state === "toDo" ? isOwed(one) || one.toDo !== null : one.state === state)) && matches(search, one.name));
          return (
            <>
              <MessageBar intent={late > 0 ? "error" : owed.length > 0 ? "info" : "success"} layout="multiline">
                <MessageBarBody>
                  {owed.length === 0 ? t.allDone : <>{t.summary(owed.length, late)}. {t.next(when.date(owed.map(one => one.dueOn).sort()[0]!))}</>}
                </MessageBarBody>
              </MessageBar>
              {coordinator ? <div className="columns"><ExportTitles owed={owed} /><TakeReceipt /></div> : <p className="quiet">{t.onlyCoordination}</p>}
              <div className="filters" role="search">
                <SearchBox value={search} placeholder={t.search} aria-label={t.search} onChange={(_, data) => setSearch(data.value)} />
                <Select value={state} aria-label={t.state} onChange={(_, data) => setState(data.value)}>
                  <option value="">{t.allStates}</option>
                  <option value="toDo">{t.toDoOnly}</option>
                  {Object.entries(t.states).map(([key, words]) => <option key={key} value={key}>{words}</option>)}
                </Select>
              </div>
              {shown.length === 0 ? <Empty title={t.noMatch} />
                : <More items={shown}>{some => <TitlesTable titles={some} marked={!everyOne(titles)} coordinator={coordinator} />}</More>}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
