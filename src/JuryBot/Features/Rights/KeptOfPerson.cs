using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features.Rights;

/// <summary>Something that is kept of an erased person.</summary>
/// <param name="Sitting">Id of the sitting it is of; <c>null</c> when it is of none.</param>
/// <param name="Until">When it goes by itself; <c>null</c> for good.</param>
internal sealed record Kept(string What, string Why, string? Sitting, DateTimeOffset? Until);

/// <summary>What an erasure deletes, and what it keeps and why.</summary>
internal sealed record ErasureReport(IReadOnlyList<Kept> Kept, IReadOnlyList<string> Removed);

internal sealed class KeptOfPerson(RetentionSettings retention, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Rights");
    private static readonly string[] Everybodys = ["Mail", "Account", "Language", "Chats", "Pages", "Calendar", "Time"];

    /// <param name="record"><c>null</c> for a juror.</param>
    /// <param name="sittings">Every one of the person's.</param>
    /// <param name="sessions">Those of the sittings.</param>
    public ErasureReport Of(string person, CandidateRecord? record, IReadOnlyList<Sitting> sittings, IReadOnlyList<Session> sessions, string language)
    {
        var minuted = sittings.Where(sitting => sitting.State != SittingState.Cancelled && sitting.MinutesForgottenAt is null).ToList();
        return new ErasureReport(
            [
                .. record?.RegisterEntries().Count > 0 ? [Keep("Register")] : Array.Empty<Kept>(),
                .. sittings.Any(sitting => sitting.Kind == JuryKind.Final && Chairs(sitting, person)) ? [Keep("President")] : Array.Empty<Kept>(),
                .. record is { IsKeptForGood: true } ? [Keep("Acquired")] : Array.Empty<Kept>(),
                .. record is not null ? [Keep("Course")] : Array.Empty<Kept>(),
                .. minuted.Select(sitting => Keep("Minutes", sitting)),
                .. record is not null && minuted.Count > 0 ? [Keep("Links", minuted[^1])] : Array.Empty<Kept>(),
                .. sessions.Where(session => session.Declarations.Exists(d => d.Person == person || d.Signed.Exists(s => s.Statements.Exists(about => about.Candidate == person)))).Select(session => new Kept(
                    Texts.Get(language, "Kept.Declarations"), Texts.Get(language, "Why.Declarations", retention.MinutesYears), null, retention.MinutesUntil(session.Ended))),
                .. sessions.Where(session => session is { Plan: not null, PlanForgottenAt: null }).Select(session => new Kept(
                    Texts.Get(language, "Kept.Plan"), Texts.Get(language, "Why.Plan", retention.ReferencesMonths), null, retention.ReferencesUntil(session.Ended))),
                .. sessions.Where(session => session.GroupOf(person) is not null).Select(session => new Kept(
                    Texts.Get(language, "Kept.GroupWork"), Texts.Get(language, "Why.GroupWork"), null, retention.MinutesUntil(session.Ended))),
                Keep("Ledger"),
                Keep("Erasure"),
            ],
            [
                .. record is { IsKeptForGood: true } ? [] : new[] { Removed("Name") },
                .. Everybodys.Select(Removed),
                .. record is null ? [Removed("Profile"), Removed("OwnLinks"), Removed("Answers")] : new[] { Removed("ExtraTime"), Removed("Birth"), Removed("Letters"), Removed("Deposits") },
            ]);

        Kept Keep(string what, Sitting? sitting = null) => new(
            Texts.Get(language, $"Kept.{what}"), Texts.Get(language, $"Why.{what}", retention.MinutesYears), sitting?.Id, sitting is null ? null : retention.MinutesUntil(sitting.End));

        bool Chairs(Sitting sitting, string id) => sitting.Member(id) is { } member && SittingVerbs.Chairs(sitting, organisation.CertificationOf(sitting), member);

        string Removed(string what) => Texts.Get(language, $"Removed.{what}");
    }
}
