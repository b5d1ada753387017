namespace JuryBot.Domain.Exams;

/// <summary>Pure verbs on what was written of a candidate: they ask to see it, the coordination lets them (certification §7).</summary>
public static class AssessmentVerbs
{
    private static readonly TimeSpan SentAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>The candidate asks, once their outcomes are published. Asking again changes nothing until it is granted; from then on it has it sent
    /// again, unless it was a moment ago.</summary>
    public static Decision<Sitting> Ask(Sitting sitting, string candidate, DateTimeOffset now) =>
        sitting.Exam(candidate) is not { } exam ? new Refusal("UnknownExam")
        : sitting.PublishedAt is null ? new Refusal("NotYetPublished")
        : exam.Assessment is { GrantedAt: { } granted } request
            ? now - (request.SentAt ?? granted) < SentAgainAfter ? sitting
            : Decision<Sitting>.Accept(sitting.With(exam with { Assessment = request with { SentAt = now } }), new ShowAssessment(sitting.Id, candidate))
        : exam.Assessment is not null ? sitting
        : Decision<Sitting>.Accept(sitting.With(exam with { Assessment = new AssessmentRequest(now) }), new ProjectSitting(sitting.Session, sitting.Id));

    /// <summary>The coordination lets a candidate who asked see what was written of them.</summary>
    public static Decision<Sitting> Grant(Sitting sitting, string candidate, string by, DateTimeOffset now) =>
        sitting.Exam(candidate) is not { } exam ? new Refusal("UnknownExam")
        : candidate == by ? new Refusal("OwnExam")
        : exam.Assessment is not { } request ? new Refusal("AssessmentNotAsked", exam.Name)
        : request.GrantedAt is not null ? sitting
        : Decision<Sitting>.Accept(
            sitting.With(exam with { Assessment = request with { GrantedAt = now, GrantedBy = by } }),
            new ShowAssessment(sitting.Id, candidate),
            new ProjectSitting(sitting.Session, sitting.Id));
}
