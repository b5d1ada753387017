using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace JuryBot.Domain.Awards;

/// <summary>A person may come for one certification after another, or for another version of the same: what was acquired under the first stays acquired
/// under it, for good.</summary>
public sealed partial record CandidateRecord
{
    /// <summary>Enrolments under other certifications or versions, before which a jury has spoken, the last left last: without the identity and the
    /// documents, which are this record's.</summary>
    public ImmutableList<CandidateRecord> Earlier { get; init; } = [];

    /// <summary>This enrolment, then the earlier ones, each as a record of its own.</summary>
    [JsonIgnore]
    public IEnumerable<CandidateRecord> Courses => [this, .. Earlier.Select(Whole)];

    /// <summary>Whether a jury has spoken under this enrolment.</summary>
    internal bool WasHeard => Results.Count > 0 || Appearances.Count > 0;

    /// <summary>The enrolment under a certification; this one when there is none, so that it says what it refuses.</summary>
    public CandidateRecord Under(string certification) => Courses.FirstOrDefault(course => course.Certification == certification) ?? this;

    /// <summary>The enrolment a certificate or a title of this number was given under; this one when there is none.</summary>
    public CandidateRecord Numbered(string number) => Courses.FirstOrDefault(course => course.Certificates.Exists(certificate => certificate.Number == number)
        || course.Awards.Exists(award => award.Outcome == AwardOutcome.Title && course.TitleNumber(award) == number)) ?? this;

    /// <summary>The enrolment a sitting said something under; this one when none did.</summary>
    internal CandidateRecord HeardIn(string sitting) => Courses.FirstOrDefault(course => course.Hears(sitting)) ?? this;

    /// <summary>The record after a verb on one of its enrolments.</summary>
    /// <param name="course">One of <see cref="Courses"/>.</param>
    internal Decision<CandidateRecord> In(CandidateRecord course, Func<CandidateRecord, Decision<CandidateRecord>> verb)
    {
        if (ReferenceEquals(course, this))
        {
            return verb(this);
        }

        var decision = verb(course);
        return decision.State is not { } next ? decision
            : ReferenceEquals(next, course) ? Decision<CandidateRecord>.Accept(this, decision.Effects)
            : Decision<CandidateRecord>.Accept(this with { Earlier = Earlier.ConvertAll(earlier => earlier.Certification == course.Certification ? next.Left() : earlier) }, decision.Effects);
    }

    /// <summary>As it is kept among the earlier ones.</summary>
    internal CandidateRecord Left() => this with { Identity = new CandidateIdentity { FirstName = "", LastName = "", Mail = "" }, Documents = [], Earlier = [], ErasedAt = null };

    private CandidateRecord Whole(CandidateRecord earlier) => earlier with { Identity = Identity, Documents = Documents, ErasedAt = ErasedAt };

    private bool Hears(string sitting) => Results.Exists(result => result.Sitting == sitting) || Appearances.Exists(appearance => appearance.Sitting == sitting);
}
