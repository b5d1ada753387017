import { useRead } from "../api/use";
import type { Sitting } from "../api/sittingTypes";
import type { CandidateRecord, Session } from "../api/types";
import { textOf, useTexts } from "../app/texts";
import { useSessionName } from "../sessions/sessionName";
import { useWhen } from "../ui/when";
import type { Choice, Of } from "./documents";
import { documentTexts } from "./documentTexts";

/** What a session, sitting or candidate is called, whether it rests on an example registration, and which documents there can be of it. */
export function useChoices(of: Of, id: string): { name: string | undefined; fictitious: boolean | undefined; choices: Choice[]; nameOf: (subject: string) => string } {
  const t = useTexts(documentTexts);
  const when = useWhen();
  const sessionName = useSessionName();
  const { data } = useRead(`${of}/${encodeURIComponent(id)}`);
  const session = of === "sessions" ? data as Session | undefined : undefined;
  const sitting = of === "sittings" ? data as Sitting | undefined : undefined;
  const record = of === "candidates" ? data as CandidateRecord | undefined : undefined;
  const choice = (kind: Choice["kind"], subject = "", name = "") => ({ kind, subject, name: [textOf(t.kinds, kind), name].filter(Boolean).join(" : ") });
  const people = new Map([...sitting?.panel.map(one => [one.person, one.name] as const) ?? [], ...sitting?.exams.map(one => [one.candidate, one.name] as const) ?? []]);
  const letters = new Map(record?.appearances.map(one => [one.sitting, when.day(one.at)]));
  if (sitting)
    return {
      name: `${when.day(sitting.start)}, ${sitting.roomName}`, fictitious: sitting.fictitious, nameOf: subject => people.get(subject) ?? subject,
      choices: [
        choice("attendance"), choice("minutes"),
        ...sitting.panel.map(one => choice("memberConvocation", one.person, one.name)),
        ...sitting.exams.map(one => choice("candidateConvocation", one.candidate, one.name)),
      ],
    };
  if (record)
    return {
      name: record.name, fictitious: record.fictitious, nameOf: subject => letters.get(subject) ?? subject,
      choices: [
        ...record.certificates.filter(one => !one.annulled).map(one => choice("certificate", one.number, `${t.block(one.block)}, ${one.number}`)),
        ...record.award?.outcome === "title" ? [choice("parchment")] : [],
        ...[...letters].map(([subject, day]) => choice("awardLetter", subject, t.letter(day))),
      ],
    };
  return { name: session && sessionName(session), fictitious: session?.fictitious, choices: [], nameOf: subject => subject };
}
