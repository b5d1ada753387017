using JuryBot.Configuration;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;

namespace JuryBot.Features;

/// <summary>What cards and pages say that lead to deposits.</summary>
internal sealed class DepositWords(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>What a candidate presses to deposit: their dossier, livret 2 or deliverables.</summary>
    public string Offer(Sitting sitting, Exam exam, string language) => Texts.Get(language, $"Deposit.Offer.{Kind(sitting, exam)}");

    /// <summary>Until when, on cards, in the organisation's zone.</summary>
    public string Until(DateTimeOffset last, string language) => Texts.Get(language, "Deposit.Until", last.Long(organisation.TimeZone, language));

    /// <summary>Until when, in the reader's zone, which is named.</summary>
    public string Until(DateTimeOffset last, Person reader) =>
        Texts.Get(reader.Language, "Deposit.UntilIn", last.Long(organisation.ZoneOf(reader), reader.Language), organisation.ZoneOf(reader).Id);

    /// <summary>What a member presses to read what candidates deposited.</summary>
    public static string Read(string language) => Texts.Get(language, "Deposit.Read");

    /// <summary>Whether candidates still deposit, or the panel reads.</summary>
    public static bool IsOffered(Sitting sitting) => sitting.DepositUntil is not null && sitting.State is SittingState.Convened or SittingState.Open;

    public DepositKind Kind(Sitting sitting, Exam exam) => DepositVerbs.KindOf(sitting, exam, organisation.CertificationOf(sitting));
}
