using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features;

/// <summary>What rests on an example registration is marked so on every screen and document (certification §1). What counts is the registration of a
/// sitting's day, of the first or last day of a session's window, of the day somebody entered or a jury spoke of them.</summary>
internal static class Fictitious
{
    private static readonly Texts Texts = Texts.Of("Features");

    public static bool IsFictitious(this OrganisationSettings organisation, Sitting sitting) => organisation.IsFictitious(sitting.Certification, sitting.Start);

    public static bool IsFictitious(this OrganisationSettings organisation, string certification, DateTimeOffset jury) =>
        organisation.IsFictitious(certification, [organisation.Day(jury)]);

    public static bool IsFictitious(this OrganisationSettings organisation, Session session) => organisation.IsFictitious(session.Certification, session.Window);

    public static bool IsFictitious(this OrganisationSettings organisation, string certification, SessionWindow window) =>
        organisation.IsFictitious(certification, [window.From, window.To]);

    /// <summary>Of the course that the record is now, not of earlier ones. Nothing that is not published shows in it.</summary>
    public static bool IsFictitious(this OrganisationSettings organisation, CandidateRecord record) => organisation.IsFictitious(record.Certification,
    [
        record.EnteredOn,
        .. record.Results.Where(result => result.PublishedAt is not null).Select(result => organisation.Day(result.At)),
        .. record.Awards.Where(award => award.PublishedAt is not null).Select(award => organisation.Day(award.DecidedAt)),
    ]);

    /// <summary>With the sittings the candidate is convened to.</summary>
    public static bool IsFictitious(this OrganisationSettings organisation, CandidateRecord record, IEnumerable<Sitting> sittings) =>
        organisation.IsFictitious(record) || sittings.Any(sitting => sitting.Certification == record.Certification && organisation.IsFictitious(sitting));

    /// <summary>The mark in words; <c>null</c> where there is nothing to mark.</summary>
    public static string? Mark(this OrganisationSettings organisation, Sitting sitting, string language) => Mark(organisation.IsFictitious(sitting), language);

    public static string? Mark(this OrganisationSettings organisation, Session session, string language) => Mark(organisation.IsFictitious(session), language);

    public static string? Mark(this OrganisationSettings organisation, CandidateRecord record, string language) => Mark(organisation.IsFictitious(record), language);

    public static string? Mark(bool fictitious, string language) => fictitious ? Texts.Get(language, "Fictitious") : null;

    /// <summary>The marks of what shows several sittings: said once when all are fictitious, else on each that is.</summary>
    public static (string? Once, Func<Sitting, string?> Each) Marks(this OrganisationSettings organisation, IReadOnlyCollection<Sitting> sittings, string language) =>
        sittings.Count > 0 && sittings.All(organisation.IsFictitious)
            ? (Mark(true, language), _ => null)
            : (null, sitting => organisation.Mark(sitting, language));

    private static bool IsFictitious(this OrganisationSettings organisation, string certification, IEnumerable<DateOnly> days) =>
        organisation.Certifications.GetValueOrDefault(certification) is { } known && days.Any(day => known.RegistrationOn(day) is { Fictitious: true });

    private static DateOnly Day(this OrganisationSettings organisation, DateTimeOffset moment) => DateOnly.FromDateTime(moment.In(organisation.TimeZone));
}
