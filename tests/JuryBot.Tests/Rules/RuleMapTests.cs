using System.Reflection;
using System.Text.RegularExpressions;
using JuryBot.Domain.Tests.Exams;

namespace JuryBot.Tests.Rules;

/// <summary>The map of rules names tests that exist and leaves no statement out.</summary>
public sealed partial class RuleMapTests
{
    [Fact]
    public void Every_rule_is_held_by_tests_that_exist()
    {
        var known = new[] { typeof(RuleMapTests).Assembly, typeof(RandomSequences).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.GetCustomAttributes<FactAttribute>(inherit: true).Any())
            .Select(method => method.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(RuleMap.Entries.SelectMany(entry => entry.Tests), test => Assert.Contains(test, known));
        Assert.DoesNotContain(RuleMap.Entries, entry => entry.Tests.Length == 0);
    }

    [Fact]
    public void No_statement_of_the_rules_is_left_out_of_the_map_and_none_is_in_it_that_they_do_not_make()
    {
        var statements = Statements();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], statements.Select(statement => statement.Section).Distinct());
        Assert.All(statements, statement => Assert.Equal("", NotMapped(statement.Section, statement.Text)));
        Assert.All(RuleMap.Entries, entry => Assert.True(statements.Exists(statement => statement.Section == entry.Section && Words(entry.Says).IsMatch(statement.Text)), $"§{entry.Section} {entry.Says}"));
    }

    [Theory]
    [InlineData(4, "A candidate on a closed route is refused with the reason. Nobody else is.", "Nobody else is.")]
    [InlineData(5, "A candidate on a closed route is refused with the reason.", "A candidate on a closed route is refused with the reason.")]
    [InlineData(7, "No national identity number is ever asked for.", "")]
    public void What_the_map_does_not_say_is_found(int section, string statement, string left) => Assert.Equal(left, NotMapped(section, statement));

    // What of a statement no entry of its section says.
    private static string NotMapped(int section, string statement)
    {
        var said = new bool[statement.Length];
        foreach (var match in RuleMap.Entries.Where(entry => entry.Section == section).SelectMany(entry => Words(entry.Says).Matches(statement)))
        {
            said.AsSpan(match.Index, match.Length).Fill(true);
        }

        var left = string.Concat(statement.Where((_, i) => !said[i])).Trim();
        return left.Any(char.IsLetterOrDigit) ? left : "";
    }

    private static Regex Words(string says) => new(string.Join(".*?", says.Split("[...]").Select(part => Regex.Escape(part.Trim()))));

    // Every line that says something, without the mark of its list.
    private static List<(int Section, string Text)> Statements()
    {
        using var reader = new StreamReader(typeof(RuleMapTests).Assembly.GetManifestResourceStream("certification.md")!);
        var (section, statements) = (0, new List<(int, string)>());
        foreach (var line in reader.ReadToEnd().Split('\n').Select(line => line.Trim()))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                section = int.Parse(heading.Groups[1].Value, null);
            }
            else if (section > 0 && line.Any(char.IsLetterOrDigit))
            {
                statements.Add((section, Mark().Replace(line, "")));
            }
        }

        return statements;
    }

    [GeneratedRegex(@"^## (\d+)\. ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(- |\d+\. )")]
    private static partial Regex Mark();
}
