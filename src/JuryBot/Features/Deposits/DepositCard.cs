using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deposits;

/// <summary>Leads to the personal page on which a candidate deposits, or a member reads what was deposited.</summary>
internal sealed class DepositCard(DepositWords words, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Deposits");

    public string Title(Sitting sitting, string person, string language) =>
        sitting.Exam(person) is { } exam ? words.Offer(sitting, exam, language) : DepositWords.Read(language);

    /// <param name="page">The personal link.</param>
    /// <param name="expires">Until when it serves.</param>
    public AdaptiveCard Show(Sitting sitting, string person, Uri page, DateTimeOffset expires, string language)
    {
        var (exam, certification) = (sitting.Exam(person), organisation.CertificationOf(sitting));
        return new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                .. Cards.Head(Title(sitting, person, language), organisation.Mark(sitting, language)),
                Cards.Subtle(Jury(sitting, certification, language)),
                exam is null ? Cards.Line(T(language, "Card.Read", sitting.Exams.Count)) : Cards.Strong(sitting.DepositUntil is { } last ? words.Until(last, language) : T(language, "NotTaken")),
                Cards.Subtle(T(language, "Card.Personal", expires.Long(organisation.TimeZone, language))),
                new ActionSet(new OpenUrlAction(page.ToString()) { Title = T(language, exam is null ? "Card.OpenReading" : "Card.Open") }),
            ],
        };
    }

    /// <summary>Such as « Jury intermédiaire, bloc 1 — … ».</summary>
    public static string Jury(Sitting sitting, Certification certification, string language) => sitting.Kind == JuryKind.Final
        ? T(language, "Final", certification.Title.In(language))
        : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language));

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
