import { Button, Field, Input } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import { useApi } from "../api/api";
import { later, useAct, useRead } from "../api/use";
import type { Deposits as Deposited, Sitting } from "../api/sittingTypes";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Download } from "../ui/Download";
import { Loaded } from "../ui/Loaded";
import { ProblemBar } from "../ui/ProblemBar";
import { useWhen } from "../ui/when";
import { sittingTexts } from "./sittingTexts";

type Exam = Deposited["exams"][number];
type Held = Pick<Sitting, "id" | "state" | "published">;

/** What candidates deposited: that it is there, for the coordination; the files, for who judges them. */
export function Deposits({ sitting }: { sitting: Held }) {
  const t = useTexts(sittingTexts).deposits;
  const when = useWhen();
  const query = useRead(`sittings/${sitting.id}/deposits`, () => !sitting.published && later);
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <Loaded query={query}>
        {all => (
          <>
            <p className="quiet">{all.until ? t.until(when.moment(all.until)) : t.notTaken} {t.content}</p>
            <table className="list">
              <thead><tr><th>{t.candidate}</th><th>{t.last}</th></tr></thead>
              <tbody>{all.exams.map(exam => (
                <tr key={exam.candidate}>
                  <td className="first">{exam.name} <span className="quiet">{t.kinds[exam.kind]}{exam.group && ` · ${t.group(exam.group)}`}</span></td>
                  <td data-label={t.last}><Versions sitting={sitting} exam={exam} />{all.until && sitting.state !== "closed" && <OnBehalf sitting={sitting} exam={exam} />}</td>
                </tr>
              ))}</tbody>
            </table>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Versions({ sitting, exam }: { sitting: Held; exam: Exam }) {
  const t = useTexts(sittingTexts).deposits;
  const when = useWhen();
  if (exam.deposits.length === 0) return <>{t.nothing}</>;
  return (
    <ul className="plain">
      {[...exam.deposits].reverse().map(one => (
        <li key={one.version}>
          {t.version(one.version, when.moment(one.at))}{one.by && ` — ${t.by(one.by)}`}{one.reason && ` — ${t.onBehalf(one.reason)}`}
          <ul>{one.files.map((file, i) => (
            <li key={i}><bdi>{file.name}</bdi> <span className="quiet" title={`SHA-256 ${file.sha256}`}>{t.size(file.size)}</span>{" "}
              {exam.readable && <Download path={`sittings/${sitting.id}/deposits/${exam.candidate}/${one.version}/${i + 1}`} name={file.name} label={t.download(file.name)} small />}</li>
          ))}</ul>
        </li>
      ))}
    </ul>
  );
}

/** The coordination deposits for a candidate, after the deadline too, and says why. */
function OnBehalf({ sitting, exam }: { sitting: Held; exam: Exam }) {
  const t = useTexts(sittingTexts).deposits;
  const api = useApi();
  const id = useId();
  const [reason, setReason] = useState("");
  const files = useRef<HTMLInputElement>(null);
  const send = useAct((form: FormData, key) => api.post(`sittings/${sitting.id}/deposits/${exam.candidate}`, key, form), () => {
    setReason("");
    if (files.current) files.current.value = "";
  });
  const deposit = () => {
    const form = new FormData();
    for (const file of files.current?.files ?? []) form.append("files", file);
    form.append("reason", reason);
    send.mutate(form);
  };
  if (!isCoordinator(useMe())) return null;
  return (
    <details>
      <summary>{t.forThem(exam.name)}</summary>
      <div className="stack">
        <div><label htmlFor={id}>{t.files}</label><br /><input id={id} ref={files} type="file" multiple /></div>
        <Field label={t.reason} required><Input value={reason} onChange={(_, data) => setReason(data.value)} /></Field>
        <div><Button disabled={send.isPending} onClick={deposit}>{t.deposit}</Button></div>
        {send.error && <ProblemBar error={send.error} />}
      </div>
    </details>
  );
}
