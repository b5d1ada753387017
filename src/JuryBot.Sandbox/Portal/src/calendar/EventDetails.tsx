import { Badge, Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer, ToggleButton } from "@fluentui/react-components";
import { CalendarLtrRegular, DismissRegular, GavelFilled, LocationRegular, PeopleRegular, PersonRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { CalendarEvent, Person } from "../api/types";
import { letterOf, letterSandbox } from "../mail/letter";
import { itemOfEvent } from "../outlook/item";
import outlook from "../outlook/outlook.module.css";
import { OutlookPane } from "../outlook/OutlookPane";
import { useNarrow } from "../settings/media";
import { useTexts } from "../texts/texts";
import { useFormat } from "../time/format";
import { AnswerButtons, mayAnswer } from "./AnswerButtons";
import { AttendeeList } from "./AttendeeList";
import styles from "./calendar.module.css";

export function EventDetails({ person, event, onClose }: { person: Person; event: CalendarEvent | null; onClose(): void }) {
  const { t, count } = useTexts();
  const format = useFormat();
  const narrow = useNarrow();
  // What was open stays drawn while the drawer slides away.
  const [last, setLast] = useState(event);
  if (event && event !== last) setLast(event);
  const shown = event ?? last;
  const [withPane, setWithPane] = useState(false);

  const toggle = (
    <ToggleButton className={styles.badge} size="small" icon={<GavelFilled />} checked={withPane} title={t("outlook.open")} onClick={() => setWithPane(!withPane)}>
      {t("outlook.button")}
    </ToggleButton>
  );

  return (
    <OverlayDrawer
      position="end"
      size={narrow ? "full" : withPane ? "large" : "medium"}
      open={event !== null}
      onOpenChange={(_, { open }) => { if (!open) onClose(); }}
      aria-label={t("calendar.details")}
    >
      {shown && (
        <div className={outlook.beside}>
          <div>
            <DrawerHeader>
              <DrawerHeaderTitle action={<Button appearance="subtle" icon={<DismissRegular />} aria-label={t("calendar.close")} onClick={onClose} />}>
                {shown.subject}
              </DrawerHeaderTitle>
              {toggle}
              {shown.isCancelled && <Badge className={styles.badge} color="danger" appearance="tint">{t("calendar.cancelled")}</Badge>}
              {shown.isJuryBot && <Badge className={styles.badge} color="brand" appearance="tint" icon={<GavelFilled />}>{t("calendar.jury")}</Badge>}
            </DrawerHeader>
            {!(narrow && withPane) && <DrawerBody className={styles.details}>
              <dl>
                <dt><CalendarLtrRegular aria-hidden /><span className="visually-hidden">{t("calendar.when")}</span></dt>
                <dd>{format.date(shown.start)}<br />{format.time(shown.start)} – {format.time(shown.end)}</dd>
                {shown.location && <><dt><LocationRegular aria-hidden /><span className="visually-hidden">{t("calendar.where")}</span></dt><dd>{shown.location}</dd></>}
                <dt><PersonRegular aria-hidden /><span className="visually-hidden">{t("calendar.organizer")}</span></dt>
                <dd>{shown.organizer.name}</dd>
              </dl>
              {mayAnswer(shown) && <AnswerButtons key={shown.id} person={person} event={shown} />}
              {shown.attendees.length > 0 && (
                <>
                  <h3><PeopleRegular aria-hidden /> {count("calendar.attendees", shown.attendees.filter(({ type }) => type !== "resource").length)}</h3>
                  <AttendeeList attendees={shown.attendees} />
                </>
              )}
              {shown.bodyHtml && <iframe className={styles.body} title={t("calendar.body")} sandbox={letterSandbox} referrerPolicy="no-referrer" srcDoc={letterOf(shown.bodyHtml)} />}
            </DrawerBody>}
          </div>
          {withPane && <OutlookPane person={person} item={itemOfEvent(shown)} />}
        </div>
      )}
    </OverlayDrawer>
  );
}
