using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using JuryBot.Domain.Planning;
using ProductTexts = JuryBot.Texts;

namespace JuryBot.Tests.Features.Planning;

public sealed partial class CheckPlanCommandTests
{
    [Fact]
    public async Task Each_broken_rule_is_told_in_words_with_its_name()
    {
        using var desk = new Desk(plan: Desk.Changed(Desk.Changed(Desk.Plan, "T09:00", "T11:30"), "\"J2\" }", "\"J9\" }"));

        var said = await desk.CheckAsync();

        Assert.Equal((4, ""), (said.Code, said.Error));
        Assert.Equal("""
            withinDay: examen « E1 » : il déborde de la journée.
            eligible: examen « E1 » : « J9 » ne peut pas tenir le rôle « assessor ».
            jurorFree: examen « E1 » : « J1 » n’est pas disponible à cette heure.
            known: examen « E1 » : « J9 » n’existe pas dans le problème.
            pinned: examen « E1 » : ce qui est imposé n’est pas respecté.
            Règles enfreintes : 5.

            """.ReplaceLineEndings("\n"), said.Output);
    }

    [Fact]
    public async Task And_in_English()
    {
        using var desk = new Desk(plan: Desk.Changed(Desk.Plan, "\"R1\"", "\"R9\""));

        var said = await desk.CheckAsync("@problem.json @plan.json --language en");

        Assert.Equal((4, "known: exam 'E1': 'R9' does not exist in the problem.\nBroken rules: 1.\n"), (said.Code, said.Output));
    }

    [Fact]
    public async Task Both_files_are_read_before_anything_is_refused()
    {
        using var desk = new Desk("{", "");

        var said = await desk.CheckAsync();

        Assert.Equal((1, 2), (said.Code, said.Error.Count(letter => letter == '\n')));
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_told()
    {
        using var desk = new Desk();

        var said = await desk.CheckAsync();

        Assert.Equal((1, "plan.json: ce fichier n’existe pas.\n"), (said.Code, said.Error));
    }

    [Fact]
    public void Every_rule_and_every_mistake_has_a_text()
    {
        var texts = ProductTexts.Of("Features.Planning");
        var rules = typeof(PlanRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(rule => (string)rule.GetRawConstantValue()!)
            .Except([PlanRules.Together, PlanRules.TimeLimit, PlanRules.Objective]).ToList();
        Assert.NotEmpty(rules);
        Assert.DoesNotContain(rules, rule => !texts.Has($"Violation.{rule}"));
        Assert.All(Enum.GetValues<ObjectiveKind>(), kind => Assert.True(texts.Has($"Objective.{kind}") && texts.Has($"Meaning.{kind}"), $"{kind}"));
        Assert.All(Enum.GetValues<PlanStatus>(), status => Assert.True(texts.Has($"Status.{status}") && texts.Has($"Badge.{status}"), $"{status}"));
        var mistakes = Sources().SelectMany(file => MistakeMade().Matches(file).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(mistakes.Count > 25, $"Only {mistakes.Count} mistakes were found: how they are written has changed.");
        Assert.DoesNotContain(mistakes, mistake => !texts.Has($"Problem.{mistake}"));
    }

    /// <summary>Where mistakes are found.</summary>
    private static IEnumerable<string> Sources([CallerFilePath] string here = "")
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src"));
        return Directory.EnumerateFiles(Path.Combine(source, "JuryBot.Domain/Planning"), "*.cs")
            .Where(path => Path.GetFileName(path) is "ProblemErrors.cs" or "ProblemValidator.cs" or "NullFinder.cs" || path.EndsWith("Validation.cs", StringComparison.Ordinal))
            .Append(Path.Combine(source, "JuryBot/Features/Planning/JsonShape.cs"))
            .Select(File.ReadAllText);
    }

    [GeneratedRegex("""
        "([A-Z][A-Za-z0-9]+)"
        """)]
    private static partial Regex MistakeMade();
}
