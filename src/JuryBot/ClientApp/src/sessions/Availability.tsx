import { later, useRead } from "../api/use";
import type { Session } from "../api/types";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { AskForAvailability } from "./AskForAvailability";
import { AvailabilityGrid } from "./AvailabilityGrid";
import { availabilityTexts } from "./availabilityTexts";
import "./availability.css";

/** Jurors whose calendars cannot be read: who they are, asking them, and what they said. Nothing when every calendar can be read. */
export function Availability({ session }: { session: Session }) {
  const t = useTexts(availabilityTexts);
  const coordinator = isCoordinator(useMe());
  const path = `sessions/${session.id}/availability` as const;
  const availabilities = useRead(path, known => known.open && known.jurors.some(one => one.asked.length > 0 && !one.answeredAt) && later).data;
  if (!availabilities || availabilities.jurors.length === 0) return null;
  const { open, jurors } = availabilities;
  const unanswered = jurors.filter(one => one.reason !== "readable" && !one.answeredAt);
  const [fresh, again] = [unanswered.filter(one => one.asked.length === 0), unanswered.filter(one => one.asked.length > 0)];
  return (
    <section id="availability" className="card stack" aria-label={t.title}>
      <div className="section-head">
        <h2>{t.title}</h2>
        {open && coordinator && (
          <div className="actions">
            {again.length > 0 && <AskForAvailability path={path} jurors={again} halves={availabilities.halfDays.length} again />}
            {fresh.length > 0 && <AskForAvailability path={path} jurors={fresh} halves={availabilities.halfDays.length} />}
          </div>
        )}
      </div>
      <p className="quiet">{open ? t.intro(jurors.length) : t.closed}</p>
      <AvailabilityGrid path={path} availabilities={availabilities} mayEnter={open && coordinator} />
    </section>
  );
}
