import { useContext } from "react";
import type { Plan } from "../api/types";
import { LanguageContext, textOf, useTexts } from "../app/texts";
import { Pill } from "../ui/Pill";
import { planTexts } from "./planTexts";

export function PlanSummary({ plan, total }: { plan: Plan; total: number }) {
  const t = useTexts(planTexts);
  const language = useContext(LanguageContext);
  const facts = [
    plan.bound > plan.scheduled && plan.bound < total && t.bound(plan.bound),
    t.seconds(plan.seconds.toLocaleString(language, { maximumFractionDigits: 1 })),
  ].filter(Boolean).join(" · ");
  return (
    <p className="pills">
      <Pill tone={plan.status === "optimal" ? "good" : plan.sittings.length > 0 ? "info" : "bad"}>{textOf(t.status, plan.status)}</Pill>
      <strong>{t.scheduled(plan.scheduled, total)}</strong>
      <span className="quiet">{facts}</span>
    </p>
  );
}
