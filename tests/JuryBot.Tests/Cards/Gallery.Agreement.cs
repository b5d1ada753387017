using System.Text.Json.Nodes;
using JuryBot.Chat;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams.Cards;

namespace JuryBot.Tests.Cards;

internal static partial class Gallery
{
    private static readonly Dictionary<char, string> Judgments = new() { ['a'] = "acquired", ['p'] = "partly", ['n'] = "notAcquired" };

    /// <summary>The sheets of two members side by side.</summary>
    /// <param name="judged">What each judged, a letter a criterion.</param>
    /// <returns>The texts in reading order.</returns>
    public static IReadOnlyList<string> SideBySideOf(string language, params string[] judged)
    {
        var open = Open(Half with { Block = "2" });
        var criteria = SittingVerbs.Sheet(open, ExamOf(open), Certification).Criteria.Select(c => c.Id).ToList();
        var graded = open.Panel.Zip(judged).Aggregate(open, (now, sheet) => SheetVerbs.Submit(now, sheet.First.Person, Candidate, Entry(sheet.Second), Certification, Now).State!);
        var sitting = DeliberationVerbs.Open(graded, graded.Panel[0].Person, Candidate, Certification, Now).State!;
        var shown = new AdaptiveCard { Body = [.. SideBySide.Show(sitting, ExamOf(sitting), language, 60_000, 1, Verbs.ShowSheet)] };
        return new JuryBot.Sandbox.Teams.ReceivedCard(JsonNode.Parse(shown.ToJson().ToString())!.AsObject()).Texts;

        SheetEntry Entry(string letters) => new(
            criteria.Zip(letters).ToDictionary(pair => pair.First, pair => Judgments[pair.Second]), new Dictionary<string, string>(), criteria.ToDictionary(c => c, _ => "Remarque."), [], null);
    }
}
