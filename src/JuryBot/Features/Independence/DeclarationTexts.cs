using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Pages;

namespace JuryBot.Features.Independence;

/// <summary>What card, mail and page of a declaration say alike, in the juror's language.</summary>
internal sealed class DeclarationTexts(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Independence");

    public string Organisation => organisation.Name;

    public string Name(Session session, string language)
    {
        var certification = organisation.Certification(session.Certification);
        return session.Kind == JuryKind.Final
            ? T(language, "Name.Final", certification.Title.In(language))
            : T(language, "Name.Intermediate", session.Block, certification.Block(session.Block!).Title.In(language));
    }

    public string Window(Session session, string language) => Texts.Capital(session.Window.Days(language));

    public string Subject(Session session, int round, string language) => T(language, round > 1 ? "Subject.Again" : "Subject", Name(session, language));

    public string? Mark(Session session, string language) => organisation.Mark(session, language);

    /// <summary>The declaration itself: what is signed, word for word.</summary>
    public string Statement(Session session, Person juror) =>
        T(juror.Language, "Statement", juror.Name, Name(session, juror.Language), session.Window.Days(juror.Language));

    public string Link(LinkKind? link, string language) => T(language, $"Link.{DeclarationVerbs.Typed(link)}");

    /// <summary>What a link means for the candidate's exam.</summary>
    public string Effect(Owed owed, LinkKind link, string language) => T(language, $"Effect.{owed.Effect(link)}");

    public string Moment(DateTimeOffset at, Person reader) => at.Long(organisation.ZoneOf(reader), reader.Language);

    public string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);

    /// <summary>The mail to a juror whom Teams does not reach.</summary>
    public string Mail(Session session, Person reader, Html link, Html outro)
    {
        var language = reader.Language;
        Html mail = $"<p>{T(language, "Hello", reader.Name)}</p><p>{T(language, "Intro", organisation.Name)}</p><p><strong>{Name(session, language)}</strong><br>{Window(session, language)}</p>{link}{outro}";
        return mail.ToString();
    }
}
