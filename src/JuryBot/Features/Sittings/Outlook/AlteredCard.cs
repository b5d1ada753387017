using System.Collections.Immutable;
using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings.Outlook;

/// <summary>Shows the coordinator what somebody changed by hand in an event, and asks whether it stays so.</summary>
internal sealed class AlteredCard(ConvocationTexts texts, OrganisationSettings organisation, RefusalTexts refusals)
{
    private const int Most = 10;

    public static string Key(string sitting, string? candidate) => $"{sitting}|{candidate ?? "jury"}|altered";

    /// <param name="fault">Why what was pressed was refused.</param>
    public AdaptiveCard Show(Sitting sitting, Alteration altered, string language, Refusal? fault = null)
    {
        var (edits, exam) = (altered.Edits, altered.Candidate is { } candidate ? sitting.Exam(candidate) : null);
        var uninvited = exam is null ? sitting.Panel.Where(sitting.IsUninvited).ToList() : [];
        return new AdaptiveCard
        {
            Lang = language,
            Speak = T(language, "Altered.Title"),
            Body =
            [
                .. Cards.Head(T(language, "Altered.Title"), organisation.Mark(sitting, language)),
                .. fault is null ? [] : new CardElement[] { Cards.Fault(refusals, fault, language) },
                Cards.Subtle($"{texts.Subject(sitting, language)} · {sitting.Start.Long(organisation.TimeZone, language)}"),
                Cards.Line(T(language, exam is null ? "Displaced.Jury" : "Displaced.Candidate", Markdown.Escape(exam?.Name ?? ""))),
                new FactSet([.. Facts(edits, language)]),
                .. uninvited.Select(member => Cards.Notice(ContainerStyle.Warning, T(language, "Altered.StillSits", Markdown.Escape(member.Name)))),
                Cards.Line(T(language, "Altered.Untouched")),
                ActionSet.WithFallbacks([
                    Cards.Back(T(language, "Altered.Keep"), Verbs.KeepAlteration, Data(sitting, altered)),
                    Cards.Back(T(language, "Altered.Undo"), Verbs.UndoAlteration, Data(sitting, altered)),
                ]),
                .. uninvited.Count == 0 || sitting.State != SittingState.Convened ? Array.Empty<CardElement>()
                    : [ActionSet.WithFallbacks(uninvited.Select(member => Cards.Back(T(language, "Altered.Replace", member.Name), Verbs.ReplaceMember, DeclineCard.Data(sitting, member))))],
            ],
        };
    }

    private static IEnumerable<Fact> Facts(EventEdits edits, string language)
    {
        if (edits.Subject is { } subject)
        {
            yield return new(T(language, "Altered.Subject"), subject.Length == 0 ? "–" : Markdown.Escape(subject));
        }

        if (edits.Place is { } place)
        {
            yield return new(T(language, "Altered.Place"), place.Length == 0 ? "–" : Markdown.Escape(place));
        }

        if (!edits.Added.IsEmpty)
        {
            yield return new(T(language, "Altered.Added"), Names(edits.Added));
        }

        if (!edits.Removed.IsEmpty)
        {
            yield return new(T(language, "Altered.Removed"), Names(edits.Removed));
        }
    }

    private static string Names(ImmutableList<EventGuest> guests) =>
        string.Join(", ", guests.Take(Most).Select(guest => Markdown.Escape(guest.Name.Length > 0 ? guest.Name : guest.Mail))) + (guests.Count > Most ? ", …" : "");

    private static object Data(Sitting sitting, Alteration altered) =>
        new { v = CardTurn.CardVersion, sitting = sitting.Id, candidate = altered.Candidate, read = altered.At };

    private static string T(string language, string key, params object?[] arguments) => Texts.Of("Features.Sittings").Get(language, key, arguments);
}
