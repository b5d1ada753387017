using System.CommandLine;
using JuryBot.Domain.Planning;

namespace JuryBot.Features.Planning;

/// <summary><c>check-plan problem.json plan.json</c>: checks every hard rule without the solver. Exit code 0 when all are kept, 4 when
/// not, 1 for bad input.</summary>
public static class CheckPlanCommand
{
    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var language = CommandLines.LanguageOf(args);
        var problem = PlanningCommandLine.File("problem", Texts.Get(language, "Argument.Problem"));
        var plan = PlanningCommandLine.File("plan", Texts.Get(language, "Argument.Plan"));
        var command = new Command("check-plan", Texts.Get(language, "Command.CheckPlan")) { problem, plan, CommandLines.Language(language) };
        command.SetAction(arguments => Check(arguments.GetRequiredValue(problem), arguments.GetRequiredValue(plan), language, terminal));
        return CommandLines.RunAsync(command, args, language, terminal);
    }

    private static int Check(string problemPath, string planPath, string language, Terminal terminal)
    {
        var problem = InputFile.Read<PlanningProblem>(problemPath, language, terminal, ProblemValidator.Validate);
        var plan = InputFile.Read<Plan>(planPath, language, terminal);
        if (problem is null || plan is null)
        {
            return 1;
        }

        var violations = PlanChecker.Check(problem.Value, plan.Value);
        foreach (var violation in violations)
        {
            terminal.Say(Words(violation, language));
        }

        terminal.Say(violations.Count == 0
            ? Texts.Get(language, "Check.Kept", plan.Value.Exams.Count, problem.Value.Exams.Count)
            : Texts.Get(language, "Check.Broken", violations.Count));
        return violations.Count == 0 ? 0 : 4;
    }

    private static string Words(Violation violation, string language) => $"{violation.Rule}: " + Texts.Get(
        language, $"Violation.{violation.Rule}", violation.Exam, violation.Ids[0], violation.Ids.ElementAtOrDefault(1), string.Join(", ", violation.Ids));
}
