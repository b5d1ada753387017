using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Availability;

/// <summary>The card that asks a juror for their half-days. A long window is several cards of two weeks each, so that none is too large or too long to fill in.</summary>
internal sealed class PollCard(PollTexts texts, RefusalTexts refusals, TimeProvider time)
{
    private const int DaysPerCard = 10;

    /// <summary>The half-days of each card, by day.</summary>
    public static IReadOnlyList<IGrouping<DateOnly, HalfDay>[]> Parts(Session session) => [.. HalfDay.Of(session.Window).GroupBy(half => half.Date).Chunk(DaysPerCard)];

    /// <summary>Where a card's place is kept, to bring it up to date.</summary>
    public static string Key(string session, string person, int round, int part) => $"{session}|availability|{person}|{round}|{part}";

    /// <param name="part">Which of the cards.</param>
    /// <param name="typed">What was typed, when it could not be kept.</param>
    public AdaptiveCard Show(Session session, Poll poll, Person juror, int part, IReadOnlyDictionary<string, string>? typed = null, Refusal? fault = null)
    {
        var language = juror.Language;
        var closed = texts.Closed(session, poll, juror, time.GetUtcNow());
        var parts = Parts(session);
        var days = parts[part];
        return new AdaptiveCard
        {
            Lang = language,
            Speak = texts.Subject(session, 1, language),
            Body =
            [
                .. Cards.Head(texts.T(language, "Title") + (parts.Count > 1 ? $" ({part + 1}/{parts.Count})" : ""), texts.Mark(session, language)),
                Cards.Subtle(texts.Name(session, language)),
                Cards.Subtle($"{texts.Window(session, language)} · {texts.Zone(juror)}"),
                .. Status(poll, juror, closed, fault),
                .. closed is not null ? [Answers(days, poll, juror)] : days.SelectMany(day => Day(day, poll, juror, typed)),
                .. closed is not null ? Array.Empty<CardElement>() :
                [
                    ActionSet.WithFallbacks(ExecuteAction.For(
                        texts.T(language, "Save"), Verbs.SaveAvailability, new { v = CardTurn.CardVersion, session = session.Id, part }) with { Style = ActionStyle.Positive }),
                ],
            ],
        };
    }

    private IEnumerable<CardElement> Status(Poll poll, Person juror, string? closed, Refusal? fault)
    {
        if (fault is not null)
        {
            yield return Cards.Notice(ContainerStyle.Attention, refusals.SayInMarkdown(fault, juror.Language));
        }

        if (closed is not null)
        {
            yield return Cards.Notice(ContainerStyle.Emphasis, Markdown.Escape(closed));
        }
        else if (fault is null)
        {
            yield return texts.Kept(poll, juror) is { } kept ? Cards.Notice(ContainerStyle.Good, kept) : Cards.Line(texts.T(juror.Language, "Intro", Markdown.Escape(texts.Organisation)));
            yield return Cards.Subtle(texts.T(juror.Language, "HowTo"));
            if (texts.Until(poll, juror) is { } until)
            {
                yield return Cards.Subtle(until);
            }
        }
    }

    private IEnumerable<CardElement> Day(IGrouping<DateOnly, HalfDay> day, Poll poll, Person juror, IReadOnlyDictionary<string, string>? typed)
    {
        yield return Cards.Strong(texts.Day(day.Key, juror.Language));
        yield return new ColumnSet([.. day.Select(half => new Column(
            new ChoiceSetInput(half.Key, [.. PollTexts.Choices.Select(choice => new Choice(texts.Choice(choice, juror.Language), choice))])
            {
                Label = texts.Half(half, juror),
                Placeholder = texts.T(juror.Language, "Choose"),
                ErrorMessage = texts.T(juror.Language, "Choose"),
                Value = typed is not null ? PollTexts.Choices.FirstOrDefault(choice => choice == typed.GetValueOrDefault(half.Key)) : poll.Answers.TryGetValue(half.Key, out var said) ? PollTexts.Typed(said) : null,
            }) { Width = "stretch" })]) { Spacing = Spacing.Small };
    }

    private FactSet Answers(IEnumerable<IGrouping<DateOnly, HalfDay>> days, Poll poll, Person juror) => new([.. days.Select(day => new Fact(
        texts.Day(day.Key, juror.Language),
        string.Join(" · ", day.Select(half => poll.Answers.TryGetValue(half.Key, out var said) ? texts.Said(said, juror.Language) : "—"))))]);
}
