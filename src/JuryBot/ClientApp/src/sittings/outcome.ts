import type { Exam, Sitting } from "../api/sittingTypes";
import type { sittingTexts } from "./sittingTexts";

type Texts = typeof sittingTexts.fr;

export const isDecided = (exam: Exam) => exam.state === "decided" || exam.state === "published";

/** Nothing is left to do for the jury. */
export const isSettled = (exam: Exam) => isDecided(exam) || exam.state === "notheld";

/** What was decided, for the coordinator: an intermediate jury's outcome is called a proposal everywhere. */
export function decisionLines(t: Texts, sitting: Sitting, exam: Exam): string[] {
  const intermediate = sitting.kind === "intermediate";
  const blocks = (exam.decisions ?? []).map(({ block, acquired }) => t.decision.block(block, acquired
    ? intermediate ? t.decision.proposed : t.decision.acquired
    : intermediate ? t.decision.notProposed : t.decision.notAcquired));
  const came = exam.presentation ? t.decision.presentation[exam.presentation] : exam.presence && exam.presence !== "present" && (t.decision.presence[exam.presence] ?? exam.presence);
  if (came) blocks.unshift(came);
  return exam.award ? [...blocks, exam.award.awarded ? t.decision.title : t.decision.noTitle] : blocks;
}

/** What the candidate is told: proposals word for word, a final jury's decisions with their reasons. */
export function toldLines(t: Texts, sitting: Sitting, exam: Exam): string[] {
  if (sitting.kind === "intermediate")
    return exam.decisions?.length
      ? exam.decisions.map(({ block, acquired }) => acquired ? t.publish.favourable(block) : t.publish.unfavourable(block))
      : [t.publish.advice];
  const reasons = [...(exam.decisions ?? []), ...(exam.award ? [exam.award] : [])].map(one => one.reason);
  const lines = decisionLines(t, sitting, exam);
  // Before them, whether they came.
  const own = lines.length - reasons.length;
  return lines.map((line, i) => {
    const reason = reasons[i - own];
    return reason ? `${line}. ${t.publish.reason(reason)}` : line;
  });
}
