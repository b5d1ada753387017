using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Pages;

namespace JuryBot.Features.Availability;

/// <summary>What card, mail and page say alike, in the juror's language and zone.</summary>
internal sealed class PollTexts(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Availability");

    /// <summary>Answers as they are typed, in the order they are offered.</summary>
    public static readonly IReadOnlyList<string> Choices = ["yes", "ifNeedBe", "no"];

    public string Organisation => organisation.Name;

    /// <summary>What is asked for, such as « jury intermédiaire, bloc 1 : … ».</summary>
    public string Name(Session session, string language)
    {
        var certification = organisation.Certification(session.Certification);
        return session.Kind == JuryKind.Final
            ? T(language, "Name.Final", certification.Title.In(language))
            : T(language, "Name.Intermediate", session.Block, certification.Block(session.Block!).Title.In(language));
    }

    public string? Mark(Session session, string language) => organisation.Mark(session, language);

    public string Subject(Session session, int round, string language) => T(language, round > 1 ? "Subject.Again" : "Subject", Name(session, language));

    public string Window(Session session, string language) => Texts.Capital(session.Window.Days(language));

    public string Day(DateOnly date, string language) => date.ToString("dddd d MMMM", Texts.Culture(language));

    /// <summary>Such as « Matin, 09:00 – 13:00 », in the reader's zone.</summary>
    public string Half(HalfDay half, Person reader) => T(reader.Language, half.IsMorning ? "Morning" : "Afternoon", Clock(half.Range.From, reader), Clock(half.Range.To, reader));

    public string Zone(Person reader) => T(reader.Language, "Zone", organisation.ZoneOf(reader).Id);

    public string Said(Domain.Sessions.Availability said, string language) => T(language, $"Said.{said}");

    public string Choice(string typed, string language) => T(language, $"Choice.{typed}");

    /// <summary>That the answers are kept, since when and by whom; <c>null</c> when there are none.</summary>
    public string? Kept(Poll poll, Person reader) => poll.AnsweredAt is { } at
        ? T(reader.Language, poll.EnteredBy is null ? "Kept" : "KeptForYou", at.Long(organisation.ZoneOf(reader), reader.Language))
        : null;

    /// <summary>Why nothing is answered any more; <c>null</c> while it may be.</summary>
    public string? Closed(Session session, Poll poll, Person reader, DateTimeOffset now) => PollVerbs.WhyClosed(session, poll, now) switch
    {
        null => null,
        { Rule: "PollOver" } => T(reader.Language, "Over", Moment(poll.Until!.Value, reader), organisation.Name),
        _ => T(reader.Language, "Closed", organisation.Name),
    };

    /// <summary>Until when they may answer; <c>null</c> when only the convening says.</summary>
    public string? Until(Poll? poll, Person reader) => poll?.Until is { } until ? T(reader.Language, "Until", Moment(until, reader)) : null;

    public string Moment(DateTimeOffset at, Person reader) => at.Long(organisation.ZoneOf(reader), reader.Language);

    public string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);

    /// <summary>A stored answer as it is typed.</summary>
    public static string Typed(Domain.Sessions.Availability said) => said switch
    {
        Domain.Sessions.Availability.Yes => "yes",
        Domain.Sessions.Availability.IfNeedBe => "ifNeedBe",
        _ => "no",
    };

    /// <summary>The mail to a juror who cannot be reached in Teams.</summary>
    public string Mail(Session session, Person reader, Html link, Html outro)
    {
        var language = reader.Language;
        Html mail = $"<p>{T(language, "Hello", reader.Name)}</p><p>{T(language, "Intro", organisation.Name)}</p><p><strong>{Name(session, language)}</strong><br>{Window(session, language)}</p>{(Until(session.PollOf(reader.Id), reader) is { } until ? $"<p>{until}</p>" : Html.Empty)}{link}{outro}";
        return mail.ToString();
    }

    private string Clock(DateTime local, Person reader) => local.ToMoment(organisation.TimeZone).Clock(organisation.ZoneOf(reader));
}
