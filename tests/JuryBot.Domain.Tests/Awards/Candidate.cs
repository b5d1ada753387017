using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Tests.Awards;

/// <summary>Words for telling a candidate's story in a test.</summary>
internal static class Candidate
{
    public static readonly Certification Rncp = Certification.Rncp31168;
    public static readonly DateTimeOffset Noon = new(2021, 6, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly string[] AllBlocks = ["1", "2", "3", "4", "5"];

    public static readonly Enrolment Camille = new(
        "camille",
        new() { FirstName = "Camille", LastName = "Exemple", Mail = "camille@example.org", Language = "fr", TimeZone = "Indian/Reunion", ExtraTime = true },
        "initial",
        "2020-2021",
        new(2020, 9, 1));

    public static CandidateRecord New(string route = "initial", IReadOnlyList<string>? blocks = null) =>
        CandidateVerbs.Enroll(null, Rncp, Camille with { Route = route, BlockAccess = blocks }).Now();

    public static CandidateRecord Now(this Decision<CandidateRecord> decision) =>
        decision.State ?? throw new InvalidOperationException($"Refused: {decision.Refusal}");

    public static CandidateRecord Proposed(this CandidateRecord record, string block, bool favourable, string sitting = "intermediate") =>
        record.Propose(Rncp, block, sitting, favourable, Noon).Now();

    /// <summary>A ruling in which the named blocks, of those to decide, are acquired and the others are not, each with a reason.</summary>
    public static FinalRuling Ruling(this CandidateRecord record, string acquired, TitleRuling? title, string sitting = "final", Presence presence = Presence.Present) =>
        new(sitting, Noon, "2020-2021", presence, [.. record.BlocksToDecide(Rncp).Select(block => new BlockRuling(block, acquired.Contains(block, StringComparison.Ordinal), "Vu."))], title);

    public static CandidateRecord Decided(
        this CandidateRecord record, string acquired, bool title, string sitting = "final", Presence presence = Presence.Present) =>
        record.Decide(Rncp, record.Ruling(acquired, new(title), sitting, presence)).Now();

    public static string States(this CandidateRecord record, bool publishedOnly = false) =>
        string.Join(' ', AllBlocks.Select(block => record.StateOf(block, publishedOnly)));
}
