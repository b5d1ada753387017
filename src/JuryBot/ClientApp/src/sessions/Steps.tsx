import type { Session } from "../api/types";
import { useTexts } from "../app/texts";
import { sessionTexts } from "./sessionTexts";

type Step = keyof typeof sessionTexts.fr.step;

/** The steps of a session and the first that is not done. An intermediate jury needs no appointed president. */
export function stepsOf(session: Session): { step: Step; done: boolean }[] {
  const reached = (...states: Session["state"][]) => states.includes(session.state);
  return [
    { step: "settings", done: true },
    ...(session.kind === "final" ? [{ step: "presidents" as const, done: session.presidents.length > 0 }] : []),
    { step: "plan", done: reached("planned", "convening", "convened") },
    { step: "convene", done: reached("convened") },
    { step: "results", done: session.sittings.length > 0 && session.sittings.every(one => one.published || one.state === "cancelled") },
  ];
}

export function Steps({ session }: { session: Session }) {
  const t = useTexts(sessionTexts);
  const steps = stepsOf(session);
  const current = steps.find(one => !one.done);
  return (
    <ol className="steps" aria-label={t.steps}>
      {steps.map((one, i) => {
        const state = one.done ? "done" : one === current ? "current" : "todo";
        return (
          <li key={one.step} className={state} aria-current={state === "current" ? "step" : undefined}>
            <span className="step-mark" aria-hidden>{one.done ? "✓" : i + 1}</span>
            <span>{t.step[one.step]}<span className="unseen">, {t.stepState[state]}</span></span>
          </li>
        );
      })}
    </ol>
  );
}
