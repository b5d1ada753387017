using System.Collections.Immutable;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

/// <summary>Pure verbs on a candidate's record, a file each.</summary>
public static partial class CandidateVerbs
{
    /// <summary>Enters a candidate, or brings their record up to what the roster says now. The route is fixed once a jury has spoken. Under another
    /// certification or version a new enrolment begins; the one before is kept with all that was said under it, and is taken up again where it was
    /// when the roster names its certification again.</summary>
    /// <param name="current"><c>null</c> for someone new.</param>
    /// <returns><paramref name="current"/> itself when nothing changed.</returns>
    public static Decision<CandidateRecord> Enroll(CandidateRecord? current, Certification certification, Enrolment enrolment)
    {
        var same = current?.Certification == certification.Id;
        var known = same ? current : current?.Earlier.Find(earlier => earlier.Certification == certification.Id);
        if ((WhyNotEnroll(certification, enrolment) ?? WhyFixed(known, enrolment)) is { } refusal)
        {
            return refusal;
        }

        var blocks = enrolment.BlockAccess?.Distinct(StringComparer.Ordinal).ToImmutableList();
        var next = new CandidateRecord
        {
            Id = enrolment.Id,
            Identity = enrolment.Identity,
            Certification = certification.Id,
            Route = enrolment.Route,
            Promotion = enrolment.Promotion,
            EnteredOn = enrolment.EnteredOn,
            BlockAccess = blocks,
        };
        if (current is null)
        {
            return next;
        }

        next = next with
        {
            BlockAccess = blocks is not null && known?.BlockAccess?.SequenceEqual(blocks) == true ? known.BlockAccess : blocks,
            Results = known?.Results ?? [],
            Appearances = known?.Appearances ?? [],
            Awards = known?.Awards ?? [],
            Certificates = known?.Certificates ?? [],
            Documents = current.Documents,
            Earlier = same ? current.Earlier : [.. current.Earlier.Where(earlier => earlier != known), .. current.WasHeard ? [current.Left()] : Array.Empty<CandidateRecord>()],
        };
        return next == current ? current : Decision<CandidateRecord>.Accept(next, Registering(current, next));
    }

    private static Refusal? WhyFixed(CandidateRecord? known, Enrolment enrolment) =>
        known is { WasHeard: true } && known.Route != enrolment.Route ? AwardRefusals.RouteFixedByResults(known.Route) : null;

    private static Refusal? WhyNotEnroll(Certification certification, Enrolment enrolment)
    {
        var identity = enrolment.Identity;
        if (Admission.Enter(certification, enrolment.Route, enrolment.EnteredOn) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(identity.FirstName) || string.IsNullOrWhiteSpace(identity.LastName))
        {
            return AwardRefusals.NameRequired();
        }

        if (identity.Mail.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == identity.Mail.Length - 1 || identity.Mail.Any(char.IsWhiteSpace)))
        {
            return AwardRefusals.MailUnreadable(identity.Mail);
        }

        if (identity.Language is not (null or "fr" or "en"))
        {
            return AwardRefusals.UnknownLanguage(identity.Language);
        }

        if (identity.TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(identity.TimeZone, out _))
        {
            return AwardRefusals.UnknownTimeZone(identity.TimeZone);
        }

        if (enrolment.BlockAccess?.FirstOrDefault(block => certification.FindBlock(block) is null) is { } unknown)
        {
            return AwardRefusals.UnknownBlock(unknown);
        }

        return enrolment.BlockAccess is { Count: 0 } ? AwardRefusals.BlockAccessEmpty() : null;
    }
}
