using System.Collections.Immutable;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

/// <summary>Pure verbs on a candidate's record, a file each.</summary>
public static partial class CandidateVerbs
{
    /// <summary>Enters a candidate, or brings their record up to what the roster says now. Certification and route are fixed once a jury has
    /// spoken.</summary>
    /// <param name="current"><c>null</c> for someone new.</param>
    /// <returns><paramref name="current"/> itself when nothing changed.</returns>
    public static Decision<CandidateRecord> Enroll(CandidateRecord? current, Certification certification, Enrolment enrolment)
    {
        if ((WhyNotEnroll(certification, enrolment) ?? WhyFixed(current, certification, enrolment)) is { } refusal)
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
            BlockAccess = blocks is not null && current.BlockAccess?.SequenceEqual(blocks) == true ? current.BlockAccess : blocks,
            Results = current.Results,
            Appearances = current.Appearances,
            Awards = current.Awards,
            Certificates = current.Certificates,
            Documents = current.Documents,
        };
        return next == current ? current : Decision<CandidateRecord>.Accept(next, Registering(current, next));
    }

    private static Refusal? WhyFixed(CandidateRecord? current, Certification certification, Enrolment enrolment) => current switch
    {
        not ({ Results.Count: > 0 } or { Appearances.Count: > 0 }) => null,
        _ when current.Certification != certification.Id => AwardRefusals.CertificationFixedByResults(current.Certification),
        _ when current.Route != enrolment.Route => AwardRefusals.RouteFixedByResults(current.Route),
        _ => null,
    };

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
