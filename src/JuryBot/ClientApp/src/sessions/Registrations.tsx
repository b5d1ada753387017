import type { Certification } from "../api/types";
import { useTexts } from "../app/texts";
import { Fictitious } from "../ui/Fictitious";
import { useWhen } from "../ui/when";
import { formTexts } from "./formTexts";

export function Registrations({ certification }: { certification: Certification }) {
  const t = useTexts(formTexts);
  const when = useWhen();
  return (
    <div>
      <span className="quiet">{t.registrations}</span>
      <ul>
        {certification.registrations.map(one => (
          <li key={one.from + one.to}>
            {t.registration(when.shortDate(one.from), when.shortDate(one.to), one.act)}{" "}
            {one.fictitious && <Fictitious of="row" />}
          </li>
        ))}
      </ul>
    </div>
  );
}
