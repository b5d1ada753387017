using JuryBot.Domain.Certifications;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>Takes in what a member has declared for the session, as long as the sitting is not over: the minutes say who signed, and when.</summary>
    public static Decision<Sitting> NoteDeclaration(Sitting sitting, Declaration declaration)
    {
        var candidates = sitting.Exams.Select(e => e.Candidate).Where(candidate => declaration.Of(candidate) is not null).ToList();
        if (sitting.State is not (SittingState.Convened or SittingState.Open) || sitting.Member(declaration.Person) is null || declaration.SignedFor(candidates) is not { } at)
        {
            return sitting;
        }

        var known = sitting.Declarations.Find(d => d.Person == declaration.Person);
        return known?.At == at && known.Candidates.SequenceEqual(candidates)
            ? sitting
            : sitting with { Declarations = sitting.Declarations.RemoveAll(d => d.Person == declaration.Person).Add(new Declared(declaration.Person, at, [.. candidates])) };
    }

    /// <summary>A link that came to light once the sitting was open takes the member off these candidates as if they had stepped back, where they still
    /// can: a sheet that is handed in, or locked, stays, and its juror reads no more of it.</summary>
    public static Decision<Sitting> StepBack(Sitting sitting, IEnumerable<Linked> linked, string reason, Certification certification, DateTimeOffset now)
    {
        var (next, effects) = (sitting, new List<Effect>());
        foreach (var link in sitting.State == SittingState.Open ? linked : [])
        {
            if (SheetVerbs.Recuse(next, link.Person, link.Candidate, reason, certification, now) is { State: { } recused } decision)
            {
                next = recused;
                effects.AddRange(decision.Effects);
            }
        }

        return Decision<Sitting>.Accept(next, effects.Distinct());
    }

    // A member with such a link has stepped back from the candidate before the panel is looked at (certification §6).
    private static Sitting WithoutLinked(Sitting sitting, IReadOnlyCollection<Linked> linked, string reason, DateTimeOffset now) => sitting with
    {
        Exams = sitting.Exams.ConvertAll(e => e with
        {
            Recusals = e.Recusals.AddRange(linked.Where(l => l.Candidate == e.Candidate && !e.IsSettled && !e.Recused(l.Person)).Select(l => new Recusal(l.Person, reason, now))),
        }),
    };
}
