import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation } from "wouter";
import { useRead } from "../api/use";
import { useTexts } from "../app/texts";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { Delays } from "./Delays";
import { Rates } from "./Rates";
import { SeverityOfJurors } from "./SeverityOfJurors";
import { statisticsTexts } from "./statisticsTexts";

/** What juries of closed deliberations said, how severely and how fast; of one promotion, or of all. */
export function StatisticsPage({ promotion }: { promotion: string }) {
  const t = useTexts(statisticsTexts);
  const [, go] = useLocation();
  const [skip, setSkip] = useState(0);
  const asked = new URLSearchParams({ ...(promotion && { promotion }), ...(skip > 0 && { skip: `${skip}` }) }).toString();
  const query = useRead(`statistics?${asked}`);
  const sessions = useRead("sessions");
  const certifications = useRead("certifications");
  const routes = new Map(certifications.data?.flatMap(one => one.routes).map(route => [route.id, route.name]));
  const promotions = [...new Set([...sessions.data?.map(one => one.promotion) ?? [], ...promotion ? [promotion] : []])].sort().reverse();
  return (
    <Page title={t.title} subtitle={query.data && t.subtitle(query.data.sessions.length)}
      fictitious={query.data?.fictitious && (query.data.sessions.every(one => one.fictitious) || "some")}>
      <div className="short">
        <Field label={t.promotion}>
          <Select value={promotion} onChange={(_, data) => { setSkip(0); go(data.value ? `/statistics/${encodeURIComponent(data.value)}` : "/statistics"); }}>
            <option value="">{t.all}</option>
            {promotions.map(one => <option key={one} value={one}>{one}</option>)}
          </Select>
        </Field>
      </div>
      <Loaded query={query}>
        {figures => figures.rates.length === 0 && figures.severity.jurors.length === 0 && !figures.delays.toDecision
          ? <Empty title={t.none}><p>{t.noneNext}</p></Empty>
          : (
            <>
              <Rates rates={figures.rates} routes={routes} csv={`statistics/rates.csv?${asked}`} />
              <SeverityOfJurors severity={figures.severity} csv={`statistics/severity.csv?${asked}`} />
              <Delays delays={figures.delays} csv={`statistics/delays.csv?${asked}`} />
            </>
          )}
      </Loaded>
      {(query.data?.next || skip > 0) && (
        <div className="actions">
          {skip > 0 && <Button onClick={() => setSkip(0)}>{t.latest}</Button>}
          {query.data?.next && <Button onClick={() => setSkip(query.data!.next!)}>{t.earlier}</Button>}
        </div>
      )}
    </Page>
  );
}
