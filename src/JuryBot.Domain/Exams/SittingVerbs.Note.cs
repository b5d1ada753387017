using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>The chair has an incident put into the minutes, while the sitting is open.</summary>
    /// <param name="candidate">Whom it concerns; <c>null</c> for the whole sitting.</param>
    public static Decision<Sitting> Note(Sitting sitting, string by, string? candidate, string? text, Certification certification, DateTimeOffset now) =>
        DeliberationVerbs.WhyNotFollow(sitting, by, certification) is { } forbidden ? forbidden
        : sitting.State != SittingState.Open ? new Refusal("SittingOver")
        : candidate is not null && sitting.Exam(candidate) is null ? new Refusal("UnknownExam")
        : SheetVerbs.WhyNotReason(text) is { } wrong ? wrong
        : sitting with { Incidents = sitting.Incidents.Add(new Incident(candidate, text!.Trim(), by, now)) };
}
