using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>Names of the decision card's inputs, and what they hold.</summary>
internal static class DecisionInputs
{
    public const string Presence = "presence";
    public const string Presentation = "presentation";
    public const string Award = "award";
    public const string AwardReason = "awardReason";
    public const string Observations = "observations";
    public const string ByVote = "vote";
    public const int TextLimit = 1000;

    public static string Block(string block) => $"b.{block}";

    public static string Reason(string block) => $"r.{block}";

    /// <param name="subject">A block, or <see cref="Award"/>.</param>
    public static string Ballot(string subject, string member) => $"v.{subject}.{member}";

    /// <summary>The blocks this jury decides for this candidate.</summary>
    public static IEnumerable<string> Blocks(Sitting sitting, Exam exam, Certification certification) =>
        certification.BlocksDecidedBy(sitting.Kind, sitting.Block).Where(b => exam.Blocks?.Contains(b) ?? true);

    /// <summary>A certification jury decides on the title unless the candidate comes for some blocks only.</summary>
    public static bool DecidesTitle(Sitting sitting, CandidateRecord record) => sitting.Kind == JuryKind.Final && record.BlockAccess is null;

    /// <summary>As the form sends it.</summary>
    public static string Word(Presence presence) => presence.ToString().ToLowerInvariant();

    /// <summary>As the form sends it.</summary>
    public static string Word(Presentation presentation) => presentation == Domain.Certifications.Presentation.PersonalProject ? "personalProject" : "professionalSimulation";

    /// <summary>Whether the candidate came. They did unless the chair says otherwise: a card without the question was made before it was asked.</summary>
    private static Presence ReadPresence(CardSubmission submission) =>
        submission[Presence] switch { "absent" => Domain.Awards.Presence.Absent, "excused" => Domain.Awards.Presence.Excused, _ => Domain.Awards.Presence.Present };

    // What is usual on the route unless the chair says otherwise: a card without the question was made before it was asked, and the chair reads the answer again.
    private static Presentation? ReadPresentation(CardSubmission submission, Exam exam, Certification certification) => submission[Presentation] switch
    {
        "personalProject" => Domain.Certifications.Presentation.PersonalProject,
        "professionalSimulation" => Domain.Certifications.Presentation.ProfessionalSimulation,
        _ => certification.Route(exam.Route).UsualPresentation,
    };

    /// <summary>What the chair entered; exactly one of the two is not null.</summary>
    /// <param name="organisation">Says whether the chair has a casting vote on every route, and whether members may abstain.</param>
    public static (Ruling? Ruling, Refusal? Fault) Read(
        CardSubmission submission, Sitting sitting, Exam exam, CandidateRecord record, Certification certification, OrganisationSettings organisation)
    {
        record = record.Under(sitting.Certification);
        var blocks = new List<BlockRuling>();
        foreach (var block in Blocks(sitting, exam, certification))
        {
            var (votes, carried, fault) = Decided(Block(block), block, "acquired", "notAcquired");
            if (carried is null)
            {
                return (null, fault ?? AwardRefusals.BlockUndecided(block));
            }

            blocks.Add(new BlockRuling(block, carried.Value, Text(submission, Reason(block))) { Votes = votes });
        }

        if (new[] { Observations, AwardReason }.Concat(blocks.Select(b => Reason(b.Block))).Any(id => submission[id]?.Length > TextLimit))
        {
            return (null, new Refusal("TextTooLong", TextLimit));
        }

        var presence = ReadPresence(submission);
        var ruling = new Ruling(presence, [.. blocks], null, Text(submission, Observations))
        {
            Presentation = sitting.Kind == JuryKind.Final && presence == Domain.Awards.Presence.Present ? ReadPresentation(submission, exam, certification) : null,
        };
        var neverCame = ruling.Presence != Domain.Awards.Presence.Present && !record.HasAppeared;
        if (!DecidesTitle(sitting, record) || (neverCame && submission[Award] is not "title"))
        {
            return (ruling, null);
        }

        var (titleVotes, awarded, titleFault) = Decided(Award, Award, "title", "noTitle");
        return awarded is null
            ? (null, titleFault ?? AwardRefusals.TitleUndecided())
            : (ruling with { Title = new TitleRuling(awarded.Value, Text(submission, AwardReason)) { Votes = titleVotes } }, null);

        // Decided by everybody, or by what the votes come to.
        (Votes? Votes, bool? Carried, Refusal? Fault) Decided(string input, string subject, string yes, string no)
        {
            if (submission[input] != ByVote)
            {
                return (null, submission[input] == yes ? true : submission[input] == no ? false : null, null);
            }

            var ballots = sitting.Judging(exam).Select(m => (m.Person, Value: submission[Ballot(subject, m.Person)]))
                .Where(b => b.Value is "for" or "against" or "abstain")
                .ToDictionary(b => b.Person, b => Enum.Parse<Ballot>(b.Value!, ignoreCase: true));
            var (votes, carried, refusal) = DeliberationVerbs.Vote(sitting, exam, ballots, certification, organisation.CastingVote, organisation.Abstentions);
            return (votes, refusal is null ? carried : null, refusal);
        }
    }

    /// <summary>What was entered, as it would have been typed.</summary>
    public static Dictionary<string, string?> Of(Ruling ruling)
    {
        var typed = new Dictionary<string, string?>
        {
            [Presence] = Word(ruling.Presence),
            [Presentation] = ruling.Presentation is { } presented ? Word(presented) : null,
            [Observations] = ruling.Observations,
        };
        foreach (var block in ruling.Blocks)
        {
            Put(Block(block.Block), block.Block, block.Votes, block.Acquired ? "acquired" : "notAcquired");
            typed[Reason(block.Block)] = block.Reason;
        }

        if (ruling.Title is { } title)
        {
            Put(Award, Award, title.Votes, title.Awarded ? "title" : "noTitle");
            typed[AwardReason] = title.Reason;
        }

        return typed;

        void Put(string input, string subject, Votes? votes, string unanimous)
        {
            typed[input] = votes is null ? unanimous : ByVote;
            foreach (var (member, ballot) in votes?.Ballots ?? System.Collections.Immutable.ImmutableSortedDictionary<string, Ballot>.Empty)
            {
                typed[Ballot(subject, member)] = ballot.ToString().ToLowerInvariant();
            }
        }
    }

    private static string? Text(CardSubmission submission, string id) => submission[id]?.Trim() is { Length: > 0 } text ? text : null;
}
