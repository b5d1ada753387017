import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useRef, useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { useApi } from "../api/api";
import { newId, useAct } from "../api/use";
import type { Candidate, Certification, Room, SessionSettings } from "../api/types";
import { useTexts } from "../app/texts";
import { useKept } from "../ui/kept";
import { ProblemBar } from "../ui/ProblemBar";
import { Resumed } from "../ui/Resumed";
import { CandidateChoice } from "./CandidateChoice";
import { formTexts } from "./formTexts";
import { GroupChoice } from "./GroupChoice";
import { asked } from "./groups";
import { JuryChoice } from "./JuryChoice";
import { missing, type Need } from "./missing";
import { Reason } from "./Reason";
import { WhenAndWhere } from "./WhenAndWhere";

interface Props {
  /** Tells this form from others that are half filled in. */
  name: string;
  initial: SessionSettings;
  certifications: readonly Certification[];
  candidates: readonly Candidate[];
  rooms: readonly Room[];
}

/** What each part of the form gets. `problem` is the text under a field once saving was tried. */
export interface Part {
  settings: SessionSettings;
  certification: Certification;
  set: (change: Partial<SessionSettings>) => void;
  problem: (need: Need) => string | undefined;
}

export function SessionForm({ name, initial, certifications, candidates, rooms }: Props) {
  const t = useTexts(formTexts);
  const api = useApi();
  const [, go] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const kept = useKept(name, () => ({ id: newId(), settings: initial }));
  const { id, settings } = kept.value;
  const [tried, setTried] = useState(false);
  // The appointment that gives the window may move while the form is open.
  const given = JSON.stringify(initial.window);
  const [followed, setFollowed] = useState(given);
  if (followed !== given) {
    setFollowed(given);
    kept.follow(now => ({ ...now, settings: { ...now.settings, window: initial.window } }));
  }
  const certification = certifications.find(one => one.id === settings.certification) ?? certifications[0];
  const save = useAct((chosen: SessionSettings) => api.put(`sessions/${id}`, chosen), () => { kept.drop(); go(`/sessions/${id}`); });
  if (!certification) return null;
  const needs = missing(settings, certification);
  const part: Part = {
    settings, certification,
    set: change => kept.set(now => ({ ...now, settings: { ...now.settings, ...change } })),
    problem: need => tried && needs.includes(need) ? t.needed[need] : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (needs.length > 0) return requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] input")?.focus());
    save.mutate({
      ...settings,
      groups: asked(settings, certification),
      promotion: settings.promotion.trim(),
      block: settings.kind === "intermediate" ? settings.block : null,
      reason: settings.reason?.trim() || undefined,
    });
  };
  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate>
      <Resumed form={kept} />
      <JuryChoice {...part} certifications={certifications} candidates={candidates} />
      <CandidateChoice {...part} candidates={candidates} />
      <GroupChoice {...part} candidates={candidates} />
      <WhenAndWhere {...part} rooms={rooms} />
      <Reason {...part} />
      {tried && needs.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody><strong>{t.incomplete(needs.length)}</strong> · {needs.map(need => t.needed[need]).join(" ")}</MessageBarBody>
        </MessageBar>
      )}
      {save.error && <ProblemBar error={save.error} retry={() => save.variables && save.mutate(save.variables)} />}
      <div>
        <Button type="submit" appearance="primary" disabled={save.isPending}
          icon={save.isPending ? <Spinner size="tiny" /> : undefined}>{t.save}</Button>
      </div>
    </form>
  );
}
