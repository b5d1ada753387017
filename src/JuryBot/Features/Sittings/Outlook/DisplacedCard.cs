using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings.Outlook;

/// <summary>Asks the coordinator what shall be of an event that somebody moved or took away in Outlook.</summary>
internal sealed class DisplacedCard(ConvocationTexts texts, OrganisationSettings organisation, RefusalTexts refusals)
{
    public const string Reason = "reason";

    public static string Key(string sitting, string? candidate) => $"{sitting}|{candidate ?? "jury"}|displaced";

    /// <param name="whyNot">Why the new time cannot be taken over; <c>null</c> when it can.</param>
    /// <param name="fault">Why what was pressed was refused.</param>
    public AdaptiveCard Show(Sitting sitting, Displacement displaced, string language, Refusal? whyNot, Refusal? fault = null, string? typed = null)
    {
        var exam = displaced.Candidate is { } candidate ? sitting.Exam(candidate) : null;
        return new AdaptiveCard
        {
            Lang = language,
            Speak = Title(displaced, language),
            Body =
            [
                .. Cards.Head(Title(displaced, language), organisation.Mark(sitting, language)),
                .. fault is null ? [] : new CardElement[] { Cards.Fault(refusals, fault, language) },
                Cards.Subtle(texts.Subject(sitting, language)),
                Cards.Line(T(language, exam is null ? "Displaced.Jury" : "Displaced.Candidate", Markdown.Escape(exam?.Name ?? ""))),
                new FactSet([
                    new Fact(T(language, "Displaced.Convened"), When(exam is null ? new EventTime(sitting.Start, sitting.End) : new EventTime(exam.Start, exam.End), language)),
                    new Fact(T(language, "Displaced.InOutlook"), displaced.To is { } to ? When(to, language) : T(language, "Displaced.Nowhere")),
                ]),
                Cards.Line(T(language, "Displaced.Untouched")),
                .. whyNot is null ? [] : new CardElement[] { Cards.Notice(ContainerStyle.Warning, T(language, "Displaced.WhyNot", refusals.SayInMarkdown(whyNot, language))) },
                ActionSet.WithFallbacks([
                    .. displaced.To is { } there && whyNot is null ? [Button("Displaced.Adopt", Verbs.AdoptMove, sitting, displaced, language)] : Array.Empty<ExecuteAction>(),
                    Button(displaced.To is null ? "Displaced.SendAgain" : "Displaced.Restore", Verbs.RestoreEvent, sitting, displaced, language),
                ]),
                Cards.Reason(Reason, T(language, "Displaced.Reason"), T(language, "Displaced.Reason.Missing"), typed is null ? null : Cards.Cut(typed, Domain.ScoreSheets.SheetEntry.CommentLimit)),
                ActionSet.WithFallbacks(ExecuteAction.For(T(language, exam is null ? "Displaced.Postpone" : "Displaced.PostponeExam"), Verbs.PostponeDisplaced, Data(sitting, displaced))),
            ],
        };
    }

    /// <summary>What was decided.</summary>
    /// <param name="outcome">Key of its text.</param>
    public AdaptiveCard Settled(Sitting sitting, string outcome, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Cards.Head(texts.Subject(sitting, language), organisation.Mark(sitting, language)),
            Cards.Subtle(When(new EventTime(sitting.Start, sitting.End), language)),
            Cards.Notice(ContainerStyle.Good, T(language, outcome)),
        ],
    };

    private static ExecuteAction Button(string title, string verb, Sitting sitting, Displacement displaced, string language) =>
        Cards.Back(T(language, title), verb, Data(sitting, displaced));

    private static object Data(Sitting sitting, Displacement displaced) =>
        new { v = CardTurn.CardVersion, sitting = sitting.Id, candidate = displaced.Candidate, start = displaced.To?.Start, end = displaced.To?.End };

    private string When(EventTime time, string language) => $"{time.Start.Long(organisation.TimeZone, language)} – {time.End.Clock(organisation.TimeZone)}";

    private static string Title(Displacement displaced, string language) => T(language, displaced.To is null ? "Displaced.Gone.Title" : "Displaced.Moved.Title");

    private static string T(string language, string key, params object?[] arguments) => Texts.Of("Features.Sittings").Get(language, key, arguments);
}
