import type { UseQueryResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useRead } from "../api/use";
import type { Candidate, Certification, Session, SessionSettings, Window } from "../api/types";
import { useTexts } from "../app/texts";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { formTexts } from "./formTexts";
import { SessionForm } from "./SessionForm";
import { sessionTexts } from "./sessionTexts";

/** A new session, blank or with the settings of another. `window` is the time it begins with, `children` what is said of it. */
export function SessionFormPage({ like, window, children }: { like?: string; window?: Window; children?: ReactNode }) {
  const t = useTexts(formTexts);
  const list = useTexts(sessionTexts).title;
  const [name] = useState(`session ${like ?? (window ? JSON.stringify(window) : "")}`);
  const certifications = useRead("certifications");
  const candidates = useRead("candidates");
  const rooms = useRead("rooms");
  const session = useRead(`sessions/${like}`, undefined, like !== undefined);
  const pending = [certifications, candidates, rooms, ...(like ? [session] : [])]
    .find(query => query.data === undefined) as UseQueryResult<unknown> | undefined;
  return (
    <Page title={t.create} up={{ href: "/sessions", text: list }} fictitious={like !== undefined && session.data?.fictitious}>
      {children}
      {pending
        ? <Loaded query={pending}>{() => null}</Loaded>
        // A form opened before there was anybody starts anew with the first candidates: its promotion is theirs.
        : <SessionForm key={candidates.data!.length === 0 ? "nobody" : "somebody"} name={name} certifications={certifications.data!} candidates={candidates.data!} rooms={rooms.data!}
            initial={like ? settingsOf(session.data!) : { ...blank(certifications.data!, candidates.data!), ...(window && { window }) }} />}
    </Page>
  );
}

export const usual = {
  intermediate: { examMinutes: 30, candidatesPerSitting: 6 },
  final: { examMinutes: 45, candidatesPerSitting: 4 },
};

export const usualHours = { dayFrom: "09:00", dayTo: "18:00" };
export const usualLunch = { from: "12:30", to: "13:30" };
export const usualBreak = { afterExams: 4, minutes: 15 };
export const usualDeposits = { daysBefore: 7, until: null };

function blank(certifications: readonly Certification[], candidates: readonly Candidate[]): SessionSettings {
  return {
    certification: certifications[0]?.id ?? "", kind: "intermediate", block: null,
    promotion: candidates.map(one => one.promotion).sort().at(-1) ?? "",
    window: { from: "", to: "", ...usualHours },
    candidates: [], groups: [], rooms: [], ...usual.intermediate, lunch: usualLunch, break: usualBreak, deposits: usualDeposits, remote: false, everyRoute: false, reason: "",
  };
}

function settingsOf(session: Session): SessionSettings {
  const { certification, promotion, kind, block, window } = session;
  return {
    certification, promotion, kind, block, reason: session.reason ?? "",
    window: { ...window, dayFrom: window.dayFrom.slice(0, 5), dayTo: window.dayTo.slice(0, 5) },
    candidates: session.candidates.map(one => one.id), groups: session.groups, rooms: session.rooms,
    examMinutes: session.examMinutes,
    candidatesPerSitting: session.candidatesPerSitting,
    lunch: session.lunch, break: session.break, deposits: session.deposits, remote: session.remote, everyRoute: session.everyRoute,
  };
}
