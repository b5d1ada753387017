import { Button, DrawerHeader, DrawerHeaderTitle, Field, Input, OverlayDrawer } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Person } from "../api/types";
import outlook from "../outlook/outlook.module.css";
import { OutlookPane } from "../outlook/OutlookPane";
import { useNarrow } from "../settings/media";
import { useTexts } from "../texts/texts";
import { useZone } from "../time/format";
import { type Day, instantOf } from "../time/zone";

/** An appointment that is being organised, with JuryBot's pane beside it; nothing of it is saved. */
export function NewAppointment({ person, day, onClose }: { person: Person; day: Day; onClose(): void }) {
  const { t } = useTexts();
  const zone = useZone();
  const narrow = useNarrow();
  const [subject, setSubject] = useState("");
  const [start, setStart] = useState(`${day}T09:00`);
  const [end, setEnd] = useState(`${day}T12:00`);
  const instant = (wall: string) => {
    const [date = day, time = "09:00"] = wall.split("T");
    const [hours = 9, minutes = 0] = time.split(":").map(Number);
    return instantOf(date, hours * 60 + minutes, zone).toISOString();
  };
  return (
    <OverlayDrawer open position="end" size={narrow ? "full" : "large"} onOpenChange={(_, { open }) => { if (!open) onClose(); }} aria-label={t("calendar.new")}>
      <div className={outlook.beside}>
        <div>
          <DrawerHeader>
            <DrawerHeaderTitle action={<Button appearance="subtle" icon={<DismissRegular />} aria-label={t("calendar.close")} onClick={onClose} />}>
              {t("calendar.new")}
            </DrawerHeaderTitle>
          </DrawerHeader>
          <div className={outlook.draft}>
            <Field label={t("calendar.subject")}><Input value={subject} onChange={(_, data) => setSubject(data.value)} /></Field>
            <Field label={t("calendar.start")}><Input type="datetime-local" value={start} onChange={(_, data) => setStart(data.value || start)} /></Field>
            <Field label={t("calendar.end")}><Input type="datetime-local" value={end} onChange={(_, data) => setEnd(data.value || end)} /></Field>
            <p>{t("calendar.draft")}</p>
          </div>
        </div>
        <OutlookPane person={person} item={{
          id: "draft", itemType: "appointment", compose: true, subject, html: "", from: person, attendees: [], start: instant(start), end: instant(end),
        }} />
      </div>
    </OverlayDrawer>
  );
}
