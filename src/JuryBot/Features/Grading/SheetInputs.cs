using JuryBot.Domain.Certifications;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Grading;

/// <summary>Names of a score sheet's inputs, and what they hold.</summary>
internal static class SheetInputs
{
    public const string Deliverables = "deliverables";
    public const string Overall = "overall";

    public static string Judgment(string criterion) => $"j.{criterion}";

    public static string Mark(string criterion) => $"m.{criterion}";

    public static string Comment(string criterion) => $"t.{criterion}";

    /// <summary>What the juror typed, whatever it is.</summary>
    public static SheetEntry Read(CardSubmission submission, SheetDefinition definition) => new(
        Take(definition, c => submission[Judgment(c)]),
        Take(definition, c => submission[Mark(c)]),
        Take(definition, c => submission[Comment(c)]),
        submission.Choices(Deliverables),
        submission[Overall]);

    /// <summary>What a saved sheet says, as it would have been typed.</summary>
    public static SheetEntry Of(ScoreSheet sheet) => new(
        Take(sheet, m => m.Judgment switch { null => null, Domain.ScoreSheets.Judgment.Acquired => "acquired", Domain.ScoreSheets.Judgment.Partly => "partly", _ => "notAcquired" }),
        Take(sheet, m => m.Mark?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Take(sheet, m => m.Comment),
        sheet.Deliverables,
        sheet.Overall);

    private static Dictionary<string, string> Take(SheetDefinition definition, Func<string, string?> value) =>
        definition.Criteria.Where(c => value(c.Id) is not null).ToDictionary(c => c.Id, c => value(c.Id)!);

    private static Dictionary<string, string> Take(ScoreSheet sheet, Func<CriterionMark, string?> value) =>
        sheet.Marks.Where(m => value(m) is not null).ToDictionary(m => m.Criterion, m => value(m)!);
}
