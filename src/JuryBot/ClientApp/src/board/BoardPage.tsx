import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, ProgressBar, Spinner } from "@fluentui/react-components";
import { ArrowUndoRegular, CalendarSearchRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { useContext, useEffect, useState } from "react";
import { useApi } from "../api/api";
import { problemOf } from "../api/problem";
import type { Session } from "../api/types";
import { later, soon, useAct, useRead } from "../api/use";
import { isCoordinator, useMe } from "../app/me";
import { LanguageContext, useTexts } from "../app/texts";
import { Convene } from "../sessions/Convene";
import { RevisionSection } from "../sessions/RevisionSection";
import { useSessionName } from "../sessions/sessionName";
import { Empty } from "../ui/Empty";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { ProblemBar } from "../ui/ProblemBar";
import { useWhen } from "../ui/when";
import "./board.css";
import { BoardGrid } from "./BoardGrid";
import { boardTexts } from "./boardTexts";
import type { Board, BoardSitting, Place } from "./boardTypes";
import { clock, lengthOf, localOf, placeOf } from "./place";
import { SittingDetails } from "./SittingDetails";

/** The plan by hand: sittings carried to another day, room or time, before they are convened or as a proposal of what is. */
export default function BoardPage({ id }: { id: string }) {
  const t = useTexts(boardTexts);
  const name = useSessionName();
  const language = useContext(LanguageContext);
  const cache = useQueryClient();
  const query = useRead(`sessions/${id}`, one =>
    one.state === "planning" || one.state === "convening" || one.revision?.state === "working" || one.revision?.state === "applying" ? soon : later);
  const session = query.data;
  const opens = session !== undefined && (session.state === "planned" || session.state === "convened");
  const path = `sessions/${id}/board` as const;
  const board = useRead(path, undefined, opens);
  const now = session && `${session.state} ${session.plan?.sha256} ${session.revision?.request} ${session.revision?.state}`;
  useEffect(() => { void cache.invalidateQueries({ queryKey: [language, path] }); }, [cache, language, path, now]);
  return (
    <Page title={t.title} up={{ href: `/sessions/${id}`, text: session ? name(session) : t.title }} fictitious={session?.fictitious}>
      <Loaded query={query}>
        {one => one.state === "planning"
          ? <section className="card stack" aria-live="polite"><p>{t.planning}</p><ProgressBar aria-label={t.planning} /></section>
          : !opens ? <Empty title={t.noBoard} />
          : <Loaded query={board}>{shown => <Standing session={one} board={shown} keep={fresh => cache.setQueryData([language, path], fresh)} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Standing({ session, board, keep }: { session: Session; board: Board; keep: (board: Board) => void }) {
  const t = useTexts(boardTexts);
  const when = useWhen();
  const api = useApi();
  const coordinator = isCoordinator(useMe());
  const certifications = useRead("certifications");
  const [shown, setShown] = useState<string | null>(null);
  const read = session.revision?.state === "working" || session.revision?.state === "proposed" ? session.revision : null;
  const moves = read?.moves ?? [];
  const seen = read?.request ?? null;
  const may = coordinator && session.revision?.state !== "applying" && (board.convened || session.state === "planned");

  // Before convening the server changes the plan and answers the board; afterwards it is asked for a proposal around what was put by hand.
  const put = useAct(({ sitting, at, pinned }: { sitting: BoardSitting; at: Place; pinned: boolean }, key): Promise<Board | undefined> => {
    const move = { sitting: sitting.id, start: localOf(at.day, at.minutes), room: at.room };
    return board.convened
      ? api.post(`sessions/${session.id}/revision`, key, { moves: [...moves.filter(one => one.sitting !== sitting.id), move], seen })
      : api.post(`sessions/${session.id}/moves`, key, { ...move, seen: board.seen, pinned });
  }, fresh => { if (fresh) keep(fresh); });
  const undo = useAct((_: void, key): Promise<Board | undefined> =>
    board.convened
      ? api.post(`sessions/${session.id}/revision`, key, { moves: moves.slice(0, -1), seen })
      : api.post(`sessions/${session.id}/moves/undo`, key, { seen: board.seen }), fresh => { if (fresh) keep(fresh); });
  const again = useAct((_: void, key) => api.post(`sessions/${session.id}/plan`, key));
  const busy = put.isPending || undo.isPending || again.isPending;

  const drop = async (sitting: BoardSitting, at: Place): Promise<string> => {
    const where = t.at(when.weekday(at.day), `${clock(at.minutes)}–${clock(at.minutes + lengthOf(sitting))}`, board.rooms.find(one => one.id === at.room)?.name ?? "");
    try {
      const fresh = await put.mutateAsync({ sitting, at, pinned: true });
      const broken = fresh?.sittings.find(one => one.id === sitting.id)?.conflicts ?? [];
      return !fresh ? t.asked(where) : `${t.put(where)} ${broken.length > 0 ? `${t.clash(broken.length)} ${broken.map(one => one.text).join(" ")}` : t.fine}`;
    } catch (error) {
      const problem = problemOf(error);
      return `${problem.mayRetry ? "" : t.notThere} ${problem.words ?? ""}`;
    }
  };
  const close = () => {
    const block = document.querySelector<HTMLElement>(`[data-sitting="${CSS.escape(shown ?? "")}"]`);
    setShown(null);
    block?.focus();
  };
  const open = board.sittings.find(one => one.id === shown);
  const broken = board.sittings.filter(one => one.conflicts.length > 0);
  const mayUndo = board.convened ? moves.length > 0 : board.mayUndo;
  const subject = session.kind === "final" ? t.final : t.block(session.block ?? "");
  return (
    <>
      <section className="card stack" aria-label={t.title}>
        <div className="section-head">
          <p>{board.convened ? t.nothingSentConvened : t.nothingSentPlanned}</p>
          {may && (
            <div className="actions">
              <Button icon={undo.isPending ? <Spinner size="tiny" /> : <ArrowUndoRegular />} disabled={!mayUndo || busy} onClick={() => undo.mutate()}>{t.undo}</Button>
              {!board.convened && board.sittings.some(one => one.pinned) &&
                <Button icon={<CalendarSearchRegular />} disabled={busy} onClick={() => again.mutate()}>{t.again}</Button>}
            </div>
          )}
        </div>
        {[put, undo, again].map((act, i) => act.error && <ProblemBar key={i} error={act.error} />)}
        {!board.convened && session.planProblem && <MessageBar intent="error" layout="multiline"><MessageBarBody>{session.planProblem}</MessageBarBody></MessageBar>}
        {broken.length > 0 && (
          <MessageBar intent={board.convened ? "warning" : "error"} layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t.broken(broken.length)}</MessageBarTitle> {!board.convened && t.brokenNext}
              <ul>{broken.map(one => (
                <li key={one.id}><strong>{t.at(when.weekday(placeOf(one).day), clock(placeOf(one).minutes), board.rooms.find(room => room.id === one.room)?.name ?? "")}</strong> · {one.conflicts.map(clash => clash.text).join(" ")}</li>
              ))}</ul>
            </MessageBarBody>
            {mayUndo && may && <MessageBarActions><Button size="small" disabled={busy} onClick={() => undo.mutate()}>{t.undo}</Button></MessageBarActions>}
          </MessageBar>
        )}
        <BoardGrid board={board} subject={subject} may={may && !busy} drop={drop} show={setShown} />
      </section>
      {open && (
        <SittingDetails key={open.id} board={board} sitting={open} may={may} busy={busy} close={close} move={at => put.mutate({ sitting: open, at, pinned: true })}
          pin={board.convened ? null : pinned => put.mutate({ sitting: open, at: placeOf(open), pinned })} />
      )}
      {board.convened
        ? <RevisionSection session={session} certification={certifications.data?.find(one => one.id === session.certification)} />
        : <Convene session={session} conflicts={broken.length} />}
    </>
  );
}
