using JuryBot.Domain.Planning;

namespace JuryBot.Features.Planning;

/// <summary>What is said at the end of a search.</summary>
internal static class PlanSummary
{
    private const int ShownIds = 12;

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static void Say(PlanningProblem problem, Plan plan, bool stopped, bool explain, string language, Terminal terminal)
    {
        if (stopped)
        {
            terminal.Say(Texts.Get(language, "Summary.Stopped"));
        }

        terminal.Say(PlanWords.Status(problem, plan, language));
        if (plan.Objectives.Count > 0)
        {
            terminal.Say(
                [Texts.Get(language, "Column.Objective"), Texts.Get(language, "Column.Value"), Texts.Get(language, "Column.Bound"), Texts.Get(language, "Column.Proven")],
                plan.Objectives.Select(objective => (IReadOnlyList<string>)[PlanWords.Name(objective.Name, language), $"{objective.Value}", $"{objective.Bound}", Texts.Get(language, objective.Proven ? "Yes" : "No")]));
        }

        if (explain)
        {
            Explain(problem, plan, language, terminal);
        }
        else if (plan.Unscheduled.Count > 0)
        {
            var ids = string.Join(", ", plan.Unscheduled.Take(ShownIds).Select(exam => exam.Id)) + (plan.Unscheduled.Count > ShownIds ? "…" : "");
            terminal.Say(Texts.Get(language, "Summary.Unscheduled", plan.Unscheduled.Count, ids));
        }
    }

    private static void Explain(PlanningProblem problem, Plan plan, string language, Terminal terminal)
    {
        foreach (var exam in plan.Unscheduled)
        {
            terminal.Say("");
            terminal.Say(Texts.Get(language, exam.Proven ? "Explain.Proven" : "Explain.Unproven", exam.Id));
            foreach (var because in exam.Because)
            {
                terminal.Say($"  - {because.Text}");
            }

            if (exam.Repairs.Count > 0)
            {
                terminal.Say($"  {Texts.Get(language, "Explain.Repairs")}");
            }

            foreach (var (i, repair) in exam.Repairs.Index())
            {
                terminal.Say($"  {i + 1}. {repair.Text}");
            }
        }

        if (PlanWords.Changes(problem, plan) is { } changes)
        {
            terminal.Say("");
            terminal.Say(Texts.Get(language, changes.Exams.Count == 0 ? "Changes.None" : "Changes.Title"));
            foreach (var change in changes.Exams)
            {
                terminal.Say($"  {change.Exam}: {PlanWords.Change(change, language)}");
            }

            if (changes.Jurors.Count > 0)
            {
                terminal.Say(Texts.Get(language, "Changes.Jurors"));
            }

            foreach (var (juror, concerned) in changes.Jurors)
            {
                terminal.Say($"  {juror}: {string.Join(", ", concerned.Select(change => change.Exam))}");
            }
        }
    }
}
