using JuryBot.Domain.Certifications;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Grading;

/// <summary>Names of a score sheet's inputs, and what they hold.</summary>
internal static class SheetInputs
{
    public const string Deliverables = "deliverables";
    public const string NotApplicable = "notApplicable";
    public const string Overall = "overall";

    public static string Judgment(string criterion) => $"j.{criterion}";

    public static string Mark(string criterion) => $"m.{criterion}";

    public static string Comment(string criterion) => $"t.{criterion}";

    /// <summary>Whether nothing of a sheet was sent along.</summary>
    public static bool IsEmpty(CardSubmission submission) =>
        submission.Data.EnumerateObject().All(sent => sent.Name is not (Deliverables or NotApplicable or Overall) && !(sent.Name is ['j' or 'm' or 't', '.', ..]));

    /// <summary>What the juror typed, whatever it is.</summary>
    public static SheetEntry Read(CardSubmission submission, SheetDefinition definition)
    {
        return new SheetEntry(Take(Judgment), Take(Mark), Take(Comment), submission.Choices(Deliverables), submission[Overall]) { NotApplicable = submission.Choices(NotApplicable) };

        Dictionary<string, string> Take(Func<string, string> input) =>
            definition.Criteria.Where(c => submission[input(c.Id)] is not null).ToDictionary(c => c.Id, c => submission[input(c.Id)]!);
    }
}
