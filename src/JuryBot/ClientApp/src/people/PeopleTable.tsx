import { Link } from "wouter";
import type { Person } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { Pill } from "../ui/Pill";
import { linkTexts } from "./linkTexts";
import { peopleTexts } from "./peopleTexts";

export function PeopleTable({ people }: { people: readonly Person[] }) {
  const t = useTexts(peopleTexts);
  const { kinds } = useTexts(linkTexts);
  return (
    <table className="list">
      <thead><tr><th>{t.name}</th><th>{t.capacity}</th><th>{t.college}</th><th>{t.employer}</th><th>{t.links}</th><th>{t.roles}</th><th>{t.contact}</th></tr></thead>
      <tbody>
        {people.map(one => (
          <tr key={one.id}>
            <td className="first">{one.name}<br /><small className="quiet">{one.mail}</small></td>
            <td data-label={t.capacity}>
              {one.capacities?.map(capacity => textOf(t.capacities, capacity)).join(", ") || "–"}
              {one.external && <small className="quiet"> · {t.external}</small>}
            </td>
            <td data-label={t.college}>{one.college ? <Pill tone={one.college === "employer" ? "violet" : "teal"}>{textOf(t.colleges, one.college)}</Pill> : "–"}</td>
            <td data-label={t.employer}>{one.employer ?? "–"}</td>
            <td data-label={t.links}>
              {one.links.length === 0 ? "–" : (
                <details>
                  <summary>{t.linked(one.links.length)}</summary>
                  <ul className="plain">{one.links.map((link, i) => (
                    <li key={i}>
                      <Link href={`/candidates/${link.candidate}`}>{link.name}</Link> · {textOf(kinds, link.kind)}
                      {link.declared && <small className="quiet"> · {t.declared}</small>}
                    </li>
                  ))}</ul>
                </details>
              )}
            </td>
            <td data-label={t.roles}>{one.roles.map(role => textOf(t.roleNames, role)).join(", ") || "–"}</td>
            <td data-label={t.contact}>
              {one.reachable
                ? <Pill tone="good" title={t.reachableTitle}>{t.reachable}</Pill>
                : <Pill tone="neutral" title={t.unreachableTitle}>{t.unreachable}</Pill>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
