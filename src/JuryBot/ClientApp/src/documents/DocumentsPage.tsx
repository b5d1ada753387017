import { useRead } from "../api/use";
import { textOf, useTexts } from "../app/texts";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { AuditFile } from "./AuditFile";
import { useChoices } from "./choices";
import type { Of } from "./documents";
import { DocumentsTable } from "./DocumentsTable";
import { documentTexts } from "./documentTexts";
import { Issue } from "./Issue";

/** What was issued of a session, a sitting or a candidate, and what may be. */
export function DocumentsPage({ of, id }: { of: Of; id: string }) {
  const t = useTexts(documentTexts);
  const path = `${of}/${encodeURIComponent(id)}/documents` as const;
  const own = of === "sessions" ? null : `${of}/${encodeURIComponent(id)}/documents` as const;
  const query = useRead(path);
  const { name, fictitious, choices, nameOf } = useChoices(of, id);
  return (
    <Page title={textOf(t.of, of)} subtitle={name} up={{ href: `/${of}/${encodeURIComponent(id)}`, text: textOf(t.up, of) }} fictitious={fictitious}>
      <p className="quiet">{t.about}</p>
      {!own && <AuditFile session={encodeURIComponent(id)} />}
      <Loaded query={query}>
        {issued => issued.length === 0 ? <Empty title={t.none}>{own && <p>{t.noneNext}</p>}</Empty>
          : <DocumentsTable path={path} issued={issued} nameOf={nameOf} own={own} />}
      </Loaded>
      {own && choices.length > 0 && <Issue path={own} choices={choices} known={query.data ?? []} />}
    </Page>
  );
}
