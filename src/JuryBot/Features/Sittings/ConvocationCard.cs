using System.Globalization;
using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Domain.People;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings;

/// <summary>A candidate's convocation in Teams: their own time and place, nobody else's.</summary>
internal sealed class ConvocationCard(ConvocationTexts texts, DepositWords deposits, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Sittings");

    public static string Key(string sitting, string candidate) => $"{sitting}|{candidate}|convocation";

    public AdaptiveCard Show(Sitting sitting, Exam exam, string language) => new()
    {
        Lang = language,
        Speak = texts.Subject(sitting, language),
        Body =
        [
            .. Cards.Head(texts.Subject(sitting, language), organisation.Mark(sitting, language)),
            Cards.Line(Texts.Get(language, "Candidate.Intro", Markdown.Escape(exam.Name))),
            Cards.Strong($"{exam.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(texts.Place(sitting, language))}"),
            .. exam.Group is { } group ? [Cards.Line(Texts.Get(language, "Candidate.Group", Markdown.Escape(group)))] : Array.Empty<CardElement>(),
            Cards.Line(Texts.Get(language, "Candidate.Outro", Markdown.Escape(organisation.Reached))),
            .. sitting.DepositUntil is { } last ? [Cards.Line(deposits.Until(last, language)), ActionSet.WithFallbacks(ExecuteAction.For(deposits.Offer(sitting, exam, language), Chat.Verbs.OpenDeposit, Cards.Data(sitting.Id)))] : Array.Empty<CardElement>(),
            new ActionSet([
                .. sitting.JoinUrl is { } join ? [new OpenUrlAction(join) { Title = Texts.Get(language, "Join") }] : Array.Empty<CardAction>(),
                AddToCalendar(texts.Subject(sitting, language), exam, texts.Place(sitting, language), Texts.Get(language, "AddToCalendar")),
            ]),
        ],
    };

    /// <summary>What stays when the candidate is not heard in this sitting any more.</summary>
    public AdaptiveCard Withdrawn(Sitting sitting, bool elsewhere, string language) => new()
    {
        Lang = language,
        Body = [.. Cards.Head(texts.Subject(sitting, language), organisation.Mark(sitting, language)), Cards.Notice(ContainerStyle.Warning, texts.Withdrawn(elsewhere, language))],
    };

    /// <summary>What a candidate is told whose exam ended without a decision.</summary>
    public AdaptiveCard NotHeld(Sitting sitting, Exam exam, Ending ending, Person reader) => new()
    {
        Lang = reader.Language,
        Body =
        [
            .. Cards.Head(texts.Subject(sitting, reader.Language), organisation.Mark(sitting, reader.Language)),
            Cards.Subtle(exam.Start.Long(organisation.ZoneOf(reader), reader.Language)),
            Cards.Notice(ContainerStyle.Warning, texts.T(reader.Language, $"NotHeld.{ending.Kind}")),
            Cards.Line(texts.T(reader.Language, "NotHeld.Next", Markdown.Escape(organisation.Reached))),
        ],
    };

    private static OpenUrlAction AddToCalendar(string subject, Exam exam, string room, string title) =>
        new(OutlookLink.Compose(subject, exam.Start, exam.End, room)) { Title = title };
}
