using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features;

/// <summary>Names the minutes of a sitting as one reader is shown them: a hash of what they say, with the sitting's salt, whatever the language and
/// the layout. Two readers who are shown the same have the same one; what a reader is not shown is not in theirs.</summary>
internal sealed class MinutesFingerprint(OrganisationSettings organisation)
{
    /// <summary>In lower-case hexadecimal.</summary>
    public string Of(Sitting sitting, Person reader) => Of(sitting, exam => MaySee(sitting, exam, reader));

    /// <summary>As the reader was shown them before any link with a candidate came to light: what changed since is who may read, not what is written.</summary>
    public string BeforeLinks(Sitting sitting, Person reader) => Of(sitting, exam => !exam.Recused(reader.Id));

    /// <summary>Of all that the minutes say, for who is shown all of it.</summary>
    public string Whole(Sitting sitting) => Of(sitting, _ => true);

    /// <summary>The member's acknowledgement of the minutes as they are now; <c>null</c> while there is none.</summary>
    public Acknowledgement? Current(Sitting sitting, Person member) =>
        sitting.Acknowledged(member.Id, Of(sitting, member)) ?? sitting.Acknowledged(member.Id, BeforeLinks(sitting, member));

    private string Of(Sitting sitting, Func<Exam, bool> sees)
    {
        var certification = organisation.CertificationOf(sitting);
        var jury = SittingVerbs.Jury(sitting, certification);
        var said = new
        {
            sitting.Id,
            sitting.Certification,
            sitting.Kind,
            sitting.Block,
            Start = sitting.Start.ToUniversalTime(),
            sitting.RoomName,
            Remote = sitting.Remote ? true : (bool?)null,
            Panel = sitting.Panel.Select(m => new
            {
                m.Name,
                m.Role,
                m.External,
                Present = m.Present == true,
                Appointed = jury.FindRole(m.Role) is { AppointedByDirector: true } ? sitting.Appointments.Find(a => a.Person == m.Person)?.At.ToUniversalTime() : null,
            }),
            Replacements = sitting.Replacements.Select(r => new { r.Name, ReplacedBy = sitting.Member(r.ReplacedBy)?.Name }),
            Composition = SittingVerbs.Findings(sitting, sitting.Seated(sitting.Opened), certification).Select(f => new { f.Rule, f.Arguments }),
            Incidents = sitting.Incidents.IsEmpty ? null : sitting.Incidents.Select(i => new { Name = i.Candidate is { } about ? sitting.Exam(about)?.Name : null, i.Text, At = i.At.ToUniversalTime() }),
            Exams = sitting.Exams.Select(exam => new
            {
                exam.Name,
                // Not a property of its own, which would be written for every candidate: the minutes without groups keep the fingerprints they were acknowledged by.
                Route = exam.Group is { } group ? new { exam.Route, Group = group } : (object)exam.Route,
                Start = exam.Start.ToUniversalTime(),
                Recused = exam.Recusals.Select(r => sitting.Member(r.Person)?.Name),
                Waived = exam.Waivers.Where(w => exam.SheetOf(w.Person) is null).Select(w => new { sitting.Member(w.Person)?.Name, w.Reason }),
                Away = exam.Away.IsEmpty ? null : exam.Away.Select(a => new { sitting.Member(a.Person)?.Name, a.Kind, a.Reason }),
                Paper = exam.Sheets.Exists(s => s.Paper is not null) ? exam.Sheets.Where(s => s.Paper is not null).Select(s => new { sitting.Member(s.Juror)?.Name, s.Paper!.Sha256 }) : null,
                Ending = exam.Ending is { } ending ? new { ending.Kind, ending.Reason } : null,
                Annulled = exam.Annulled.IsEmpty || !sees(exam) ? null : exam.Annulled.Select(a => new { Decision = Decision(exam with { Deliberation = a.Deliberation, Presence = a.Presence }), a.Annulment.Reason, At = a.Annulment.At.ToUniversalTime() }),
                Decision = sees(exam) ? Decision(exam) : null,
            }),
        };
        // Minutes that name nobody who signed are what they were before there were declarations: so is what was acknowledged of them.
        var declared = sitting.Declared.Select(d => new { d.Member.Name, At = d.At.ToUniversalTime() }).ToList();
        object whole = declared.Count == 0 ? said : new { Minutes = said, Declared = declared };
        return sitting.MinutesSalt is { } salt ? Hash.Salted(Convert.FromHexString(salt), whole) : Hash.Of(CanonicalJson.Of(whole));
    }

    /// <summary>Whether a member is shown the decision on a candidate: not once they stepped back, or a link came to light.</summary>
    public bool MaySee(Sitting sitting, Exam exam, Person member) =>
        !exam.Recused(member.Id) && member.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting)) is null;

    /// <summary>Its first sixteen digits in groups of four, for people to compare.</summary>
    public static string Short(string fingerprint) => string.Join(' ', fingerprint[..16].Chunk(4).Select(group => new string(group)));

    private static object? Decision(Exam exam) => exam.Deliberation is not { } held ? null : new
    {
        // As with the group above: a decision that does not say what was presented keeps its fingerprint.
        Presence = held.Presentation is { } presented ? new { Presence = exam.Presence ?? Presence.Present, Presentation = presented } : (object)(exam.Presence ?? Presence.Present),
        Blocks = held.Decisions.Select(d => new { d.Block, d.Acquired, Votes = Count(d.Votes), d.Reason }),
        Title = held.Award is { } title ? new { title.Awarded, Votes = Count(title.Votes), title.Reason } : null,
        held.Observations,
    };

    // Who voted how is not shown, and so not in it.
    private static object? Count(Votes? votes) => votes is null ? null : new { votes.For, votes.Against, votes.Abstained, votes.CastingVote };
}
