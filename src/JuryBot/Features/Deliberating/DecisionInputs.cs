using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>Names of the decision card's inputs, and what they hold.</summary>
internal static class DecisionInputs
{
    public const string Presence = "presence";
    public const string Award = "award";
    public const string AwardReason = "awardReason";
    public const string Observations = "observations";
    public const int TextLimit = 2000;

    public static string Block(string block) => $"b.{block}";

    public static string Reason(string block) => $"r.{block}";

    /// <summary>The blocks this jury decides for this candidate.</summary>
    public static IEnumerable<string> Blocks(Sitting sitting, Exam exam, Certification certification) =>
        certification.BlocksDecidedBy(sitting.Kind, sitting.Block).Where(b => exam.Blocks?.Contains(b) ?? true);

    /// <summary>A certification jury decides on the title unless the candidate comes for some blocks only.</summary>
    public static bool DecidesTitle(Sitting sitting, CandidateRecord record) => sitting.Kind == JuryKind.Final && record.BlockAccess is null;

    /// <summary>Whether the candidate came. They did unless the chair says otherwise: a card without the question was made before it was asked.</summary>
    public static Presence ReadPresence(CardSubmission submission) =>
        submission[Presence] == "absent" ? Domain.Awards.Presence.Absent : Domain.Awards.Presence.Present;

    public static (IReadOnlyList<BlockRuling> Blocks, TitleRuling? Award, Refusal? Fault) Read(
        CardSubmission submission, Sitting sitting, Exam exam, CandidateRecord record, Certification certification)
    {
        var blocks = new List<BlockRuling>();
        foreach (var block in Blocks(sitting, exam, certification))
        {
            var (decision, reason) = (submission[Block(block)], Text(submission, Reason(block)));
            if (decision is not ("acquired" or "notAcquired"))
            {
                return ([], null, AwardRefusals.BlockUndecided(block));
            }

            blocks.Add(new BlockRuling(block, decision == "acquired", reason));
        }

        if (new[] { Observations, AwardReason }.Concat(blocks.Select(b => Reason(b.Block))).Any(id => submission[id]?.Length > TextLimit))
        {
            return ([], null, new Refusal("TextTooLong", TextLimit));
        }

        if (!DecidesTitle(sitting, record))
        {
            return (blocks, null, null);
        }

        var neverCame = ReadPresence(submission) != Domain.Awards.Presence.Present && !record.HasAppeared;
        return submission[Award] switch
        {
            "title" => (blocks, new TitleRuling(true, Text(submission, AwardReason)), null),
            _ when neverCame => (blocks, null, null),
            "noTitle" => (blocks, new TitleRuling(false, Text(submission, AwardReason)), null),
            _ => ([], null, AwardRefusals.TitleUndecided()),
        };
    }

    public static string? Text(CardSubmission submission, string id) => submission[id]?.Trim() is { Length: > 0 } text ? text : null;
}
