import { useTexts } from "../app/texts";
import { uiTexts } from "../ui/uiTexts";
import { useWhen } from "../ui/when";
import { signs, type AskedJuror, type Availabilities, type HalfDay, type Said, type AvailabilityPath } from "./availability";
import { availabilityTexts } from "./availabilityTexts";
import { EnterAnswer } from "./EnterAnswer";

const sayings = ["yes", "ifNeedBe", "no"] as const;

/** Half-days by jurors; a sign and a word say what the colour does. */
export function AvailabilityGrid({ path, availabilities, mayEnter }: { path: AvailabilityPath; availabilities: Availabilities; mayEnter: boolean }) {
  const t = useTexts(availabilityTexts);
  const when = useWhen();
  const { halfDays, jurors } = availabilities;
  const days = [...Map.groupBy(halfDays, half => half.date)];
  return (
    <>
      <div className="scroll availability" tabIndex={0} role="region" aria-label={t.grid}>
        <table>
          <thead>
            <tr>
              <th rowSpan={2} scope="col">{t.juror}</th>
              {days.map(([date, halves]) => <th key={date} colSpan={halves.length} scope="colgroup" className="starts">{when.weekday(date)}</th>)}
            </tr>
            <tr>
              {days.flatMap(([, halves]) => halves.map((half, i) => (
                <th key={half.key} scope="col" className={i === 0 ? "starts" : undefined}>
                  <abbr title={half.isMorning ? t.morning : t.afternoon}>{half.isMorning ? t.morningShort : t.afternoonShort}</abbr>
                </th>
              )))}
            </tr>
          </thead>
          <tbody>
            {jurors.map(juror => (
              <tr key={juror.person}>
                <th scope="row">
                  <strong>{juror.name}</strong>
                  <small>{t.reasons[juror.reason]}</small>
                  <State juror={juror} />
                  {mayEnter && <EnterAnswer path={path} juror={juror} halfDays={halfDays} />}
                </th>
                {days.flatMap(([, halves]) => halves.map((half, i) => <Cell key={half.key} half={half} starts={i === 0} said={juror.answers?.[half.key]} />))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="legend" aria-hidden>
        {sayings.map(said => <span key={said}><span className={`reply ${said}`}>{signs[said]}</span> {t.said[said]}</span>)}
        <span><span className="reply">·</span> {t.none}</span>
      </p>
    </>
  );
}

function State({ juror }: { juror: AskedJuror }) {
  const t = useTexts(availabilityTexts).state;
  const when = useWhen();
  const asked = juror.asked.at(-1);
  return (
    <small>
      {juror.answeredAt
        ? juror.enteredBy ? t.entered(juror.enteredBy, when.moment(juror.answeredAt)) : t.answered(when.moment(juror.answeredAt))
        : asked ? t.asked(when.moment(asked)) : t.notAsked}
      {asked && !juror.answeredAt && <>
        {juror.until && <><br />{juror.open ? t.until(when.moment(juror.until)) : t.over(when.moment(juror.until))}</>}
        {juror.remindedAt && <><br />{t.reminded(when.moment(juror.remindedAt))}</>}
        {juror.escalatedAt && <><br />{t.escalated(when.moment(juror.escalatedAt))}</>}
      </>}
    </small>
  );
}

function Cell({ half, starts, said }: { half: HalfDay; starts: boolean; said: Said | undefined }) {
  const t = useTexts(availabilityTexts);
  const ui = useTexts(uiTexts);
  const when = useWhen();
  const words = said ? t.said[said] : t.none;
  return (
    <td className={starts ? "starts" : undefined} title={ui.of(`${when.weekday(half.date)}, ${half.from.slice(0, 5)}–${half.to.slice(0, 5)}`, words)}>
      <span className={`reply ${said ?? ""}`} aria-hidden>{said ? signs[said] : "·"}</span>
      <span className="unseen">{words}</span>
    </td>
  );
}
