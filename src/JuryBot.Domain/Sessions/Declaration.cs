using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Sessions;

/// <summary>What a juror declares of one candidate.</summary>
/// <param name="Name">The candidate's, as the juror read it.</param>
/// <param name="Link"><c>null</c> for none.</param>
/// <param name="Words">What the juror adds to the link; <c>null</c> for nothing.</param>
public sealed record Statement(string Candidate, string Name, LinkKind? Link, string? Words);

/// <summary>A declaration of independence as it was signed. It stands for all its candidates until another one supersedes it, which is kept beside it.</summary>
/// <param name="Name">The juror's, as they signed.</param>
/// <param name="Text">What they read and signed, in their language.</param>
public sealed record Signature(string Name, DateTimeOffset At, string Text, ImmutableList<Statement> Statements);

/// <summary>A juror's declaration of independence for one session (certification §6).</summary>
/// <param name="Person">Id of the juror.</param>
public sealed record Declaration(string Person)
{
    /// <summary>When they were asked by a message of its own, and asked again; the convocation asks besides.</summary>
    public ImmutableList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>Oldest first; the last one counts.</summary>
    public ImmutableList<Signature> Signed { get; init; } = [];

    public Statement? Of(string candidate) => Signed.LastOrDefault()?.Statements.Find(s => s.Candidate == candidate);

    /// <summary>When what stands of these candidates was signed; <c>null</c> while nothing is.</summary>
    public DateTimeOffset? SignedFor(IReadOnlyCollection<string> candidates)
    {
        var (at, said) = ((DateTimeOffset?)null, Enumerable.Empty<Statement>());
        foreach (var signature in Signed)
        {
            var now = signature.Statements.Where(s => candidates.Contains(s.Candidate)).ToList();
            (at, said) = now.ToHashSet().SetEquals(said) ? (at, said) : (signature.At, now);
        }

        return at;
    }
}

/// <summary>A candidate whom a juror is to judge in a session, and from which seat.</summary>
/// <param name="Settled">Nothing needs to be declared any more: the exam is over, or the juror is recused. What was declared may still be corrected.</param>
public sealed record Owed(string Candidate, string Name, AccessRoute Route, PanelRole Seat, bool Settled = false)
{
    /// <summary>What may be declared: links that are over count on a strict route only.</summary>
    public IEnumerable<LinkKind> Kinds =>
        Enum.GetValues<LinkKind>().Where(kind => Route.StrictIndependence || kind is not (LinkKind.PastPersonal or LinkKind.PastProfessional));

    public LinkEffect Effect(LinkKind link) => Independence.Check(link, Route, Seat);

    /// <summary>The candidates of sittings that are not over, each once, in order, whom this juror is to judge.</summary>
    public static IReadOnlyList<Owed> Of(string person, IEnumerable<Sitting> sittings, Func<Sitting, Certification> certificationOf) =>
    [
        .. sittings.Where(s => s.State is SittingState.Convened or SittingState.Open && s.Member(person) is { Present: not false }).OrderBy(s => s.Start)
            .SelectMany(s => s.Exams.Where(e => e.State != ExamState.NotHeld && !e.IsAway(person)).Select(e => new Owed(
                e.Candidate, e.Name, certificationOf(s).Route(e.Route), SittingVerbs.Jury(s, certificationOf(s)).FindRole(s.Member(person)!.Role)!, e.IsSettled || e.Recused(person))))
            .GroupBy(owed => owed.Candidate).Select(same => same.First() with { Settled = same.All(owed => owed.Settled) }),
    ];
}

/// <summary>What is entered of one candidate, as typed.</summary>
/// <param name="Link">A <see cref="LinkKind"/> in camel case, or <c>none</c>.</param>
public sealed record StatementEntry(string Link, string? Words = null);
