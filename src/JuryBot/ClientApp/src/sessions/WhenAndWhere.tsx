import { Checkbox, Field, Input } from "@fluentui/react-components";
import type { Room, Window } from "../api/types";
import { useTexts } from "../app/texts";
import { formTexts } from "./formTexts";
import type { Part } from "./SessionForm";
import type { Need } from "./missing";
import { usualBreak, usualDeposits, usualLunch } from "./SessionFormPage";
import { WholeNumber } from "./WholeNumber";

export function WhenAndWhere({ settings, set, problem, rooms }: Part & { rooms: readonly Room[] }) {
  const t = useTexts(formTexts);
  const { window, examMinutes, candidatesPerSitting, lunch, break: pause, deposits } = settings;
  const inWindow = (change: Partial<Window>) => set({ window: { ...window, ...change } });
  const chosen = new Set(settings.rooms);
  // What is not a number is said at once.
  const problemOf = (need: Need, value: number) => Number.isNaN(value) ? t.needed[need] : problem(need);
  return (
    <section className="card stack">
      <h2>{t.when}</h2>
      <div className="fields">
        <Field label={t.from} required validationMessage={problem("from")}>
          <Input type="date" value={window.from} onChange={(_, data) => inWindow({ from: data.value })} />
        </Field>
        <Field label={t.to} required validationMessage={problem("to")}>
          <Input type="date" value={window.to} min={window.from} onChange={(_, data) => inWindow({ to: data.value })} />
        </Field>
        <Field label={t.dayFrom} required>
          <Input type="time" value={window.dayFrom} onChange={(_, data) => inWindow({ dayFrom: data.value })} />
        </Field>
        <Field label={t.dayTo} required validationMessage={problem("hours")}>
          <Input type="time" value={window.dayTo} onChange={(_, data) => inWindow({ dayTo: data.value })} />
        </Field>
        <Field label={t.examMinutes} required validationMessage={problemOf("examMinutes", examMinutes) ?? problem("halfDay")}>
          <WholeNumber value={examMinutes} min={10} max={240} step={5} set={minutes => set({ examMinutes: minutes })} />
        </Field>
        <Field label={t.perSitting} required validationMessage={problemOf("perSitting", candidatesPerSitting)}>
          <WholeNumber value={candidatesPerSitting} min={1} max={20} set={most => set({ candidatesPerSitting: most })} />
        </Field>
      </div>
      <Checkbox label={t.remote} checked={settings.remote} onChange={(_, data) => set({ remote: data.checked === true })} />
      <div>
        <Checkbox label={t.lunch} checked={lunch !== null} onChange={(_, data) => set({ lunch: data.checked ? usualLunch : null })} />
        {lunch && (
          <div className="fields">
            <Field label={t.lunchFrom} required>
              <Input type="time" value={lunch.from} onChange={(_, data) => set({ lunch: { ...lunch, from: data.value } })} />
            </Field>
            <Field label={t.lunchTo} required validationMessage={problem("lunch")}>
              <Input type="time" value={lunch.to} onChange={(_, data) => set({ lunch: { ...lunch, to: data.value } })} />
            </Field>
          </div>
        )}
      </div>
      <div>
        <Checkbox label={t.pause} checked={pause !== null} onChange={(_, data) => set({ break: data.checked ? usualBreak : null })} />
        {pause && (
          <>
            <div className="fields">
              <Field label={t.pauseAfter} required validationMessage={problemOf("break", pause.afterExams)}>
                <WholeNumber value={pause.afterExams} min={1} max={20} set={afterExams => set({ break: { ...pause, afterExams } })} />
              </Field>
              <Field label={t.pauseMinutes} required validationMessage={problemOf("pauseMinutes", pause.minutes)}>
                <WholeNumber value={pause.minutes} min={5} max={120} step={5} set={minutes => set({ break: { ...pause, minutes } })} />
              </Field>
            </div>
            <p className="quiet" aria-live="polite">{pause.afterExams > 0 && pause.minutes > 0 && t.pauseSays(pause.afterExams, pause.minutes)}</p>
          </>
        )}
      </div>
      <div>
        <Checkbox label={t.deposits} checked={deposits !== null} onChange={(_, data) => set({ deposits: data.checked ? usualDeposits : null })} />
        {deposits && (
          <div className="fields">
            <Field label={t.depositDays} required validationMessage={problemOf("deposits", deposits.daysBefore)}>
              <WholeNumber value={deposits.daysBefore} min={0} max={60} disabled={deposits.until !== null} set={daysBefore => set({ deposits: { ...deposits, daysBefore } })} />
            </Field>
            <Field label={t.depositUntil}>
              <Input type="datetime-local" value={deposits.until ? localInput(deposits.until) : ""}
                onChange={(_, data) => set({ deposits: {
                  // What is no number of days is not waited for any more.
                  daysBefore: data.value && Number.isNaN(deposits.daysBefore) ? usualDeposits.daysBefore : deposits.daysBefore,
                  until: data.value ? new Date(data.value).toISOString() : null,
                } })} />
            </Field>
          </div>
        )}
      </div>
      <fieldset className="rooms" data-invalid={problem("rooms") ? "" : undefined}>
        <legend>{t.rooms} *</legend>
        {rooms.length === 0 && <p className="quiet">{t.noRooms}</p>}
        {rooms.map(room => (
          <Checkbox key={room.mail} checked={chosen.has(room.mail)} label={room.site ? `${room.name} (${room.site})` : room.name}
            onChange={(_, data) => set({ rooms: data.checked ? [...settings.rooms, room.mail] : settings.rooms.filter(one => one !== room.mail) })} />
        ))}
        {problem("rooms") && <p className="wrong" role="alert">{problem("rooms")}</p>}
      </fieldset>
    </section>
  );
}

/** A moment as a `datetime-local` input has it, in the browser's zone. */
function localInput(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
