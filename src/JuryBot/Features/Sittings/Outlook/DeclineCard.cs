using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings.Outlook;

/// <summary>Tells the coordinator who declined, and who could take a member's seat.</summary>
internal sealed class DeclineCard(ConvocationTexts texts, OrganisationSettings organisation, RefusalTexts refusals)
{
    /// <summary>Marks a button that has somebody take the seat without asking again: the card has said what that sends.</summary>
    public const string AtOnce = "atOnce";

    private const int Most = 3;

    /// <summary>Data of a button that asks who could take a member's seat.</summary>
    public static object Data(Sitting sitting, Member member) => new { v = Chat.CardTurn.CardVersion, sitting = sitting.Id, member = member.Person };

    /// <param name="console">Address of the sitting's page.</param>
    public AdaptiveCard OfMember(Sitting sitting, Member member, IReadOnlyList<Substitute> substitutes, string console, string language)
    {
        var role = SittingVerbs.Jury(sitting, organisation.CertificationOf(sitting)).FindRole(member.Role)!.Name.In(language);
        var first = substitutes.Take(Most).ToList();
        var buttons = first.Where(s => !IsIrregular(s)).Select(s => Take(sitting, member, s.Person, T(language, "Replace.By", s.Name), s.Free == true ? AtOnce : null)).ToList();
        return Show(sitting, T(language, member.Response == InvitationResponse.Declined ? "Declined.Member" : "Declined.Seat", Markdown.Escape(member.Name), role), console, language, first.Count == 0
            ? [Cards.Line(T(language, "Declined.Nobody"))]
            :
            [
                Cards.Strong(T(language, "Declined.Substitutes")),
                new FactSet([.. first.Select(s => new Fact(Markdown.Escape(s.Name), Why(s, language)))]),
                .. buttons.Count == 0 ? Array.Empty<CardElement>() : [Cards.Line(T(language, "Declined.Sends", Markdown.Escape(member.Name))), ActionSet.WithFallbacks(buttons)],
            ]);
    }

    /// <summary>What a replacement sends to whom, before anything is sent: of somebody who is not known to be free, in the place of somebody who has not declined, or one that was refused.</summary>
    /// <param name="fault">Why it was refused.</param>
    public AdaptiveCard Confirm(Sitting sitting, Member member, Domain.People.Person substitute, string language, Domain.Refusal? fault = null) => new()
    {
        Lang = language,
        Body =
        [
            .. Cards.Head(T(language, "Replace.Title", Markdown.Escape(member.Name), Markdown.Escape(substitute.Name)), organisation.Mark(sitting, language)),
            .. fault is null ? [] : new CardElement[] { Cards.Fault(refusals, fault, language) },
            Cards.Subtle($"{texts.Subject(sitting, language)} · {sitting.Start.Long(organisation.TimeZone, language)}"),
            Cards.Line(T(language, "Replace.Says", Markdown.Escape(member.Name), Markdown.Escape(substitute.Name))),
            ActionSet.WithFallbacks([
                Take(sitting, member, substitute.Id, T(language, "Replace.Confirm"), "true"),
                Cards.Back(T(language, "Replace.Back"), Chat.Verbs.ReplaceMember, Data(sitting, member)),
            ]),
        ],
    };

    /// <summary>The seat has been taken.</summary>
    public AdaptiveCard Replaced(Sitting sitting, string left, string substitute, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Cards.Head(texts.Subject(sitting, language), organisation.Mark(sitting, language)),
            Cards.Subtle(sitting.Start.Long(organisation.TimeZone, language)),
            Cards.Notice(ContainerStyle.Good, T(language, "Replace.Done", Markdown.Escape(left), Markdown.Escape(substitute))),
        ],
    };

    public AdaptiveCard OfCandidate(Sitting sitting, Exam exam, string console, string language) =>
        Show(sitting, T(language, "Declined.Candidate", Markdown.Escape(exam.Name), exam.Start.Long(organisation.TimeZone, language)), console, language, [Cards.Line(T(language, "Declined.Candidate.Next"))]);

    private AdaptiveCard Show(Sitting sitting, string who, string console, string language, IReadOnlyList<CardElement> then) => new()
    {
        Lang = language,
        Speak = who,
        Body =
        [
            .. Cards.Head(T(language, "Declined.Title"), organisation.Mark(sitting, language)),
            Cards.Subtle($"{texts.Subject(sitting, language)} · {sitting.Start.Long(organisation.TimeZone, language)}"),
            Cards.Line(who),
            .. then,
            new ActionSet(new OpenUrlAction(console) { Title = T(language, "Declined.Open") }),
        ],
    };

    private static ExecuteAction Take(Sitting sitting, Member member, string substitute, string title, string? answered) =>
        Cards.Back(title, Chat.Verbs.ReplaceMember, new { v = Chat.CardTurn.CardVersion, sitting = sitting.Id, member = member.Person, substitute, answered });

    private static bool IsIrregular(Substitute substitute) => substitute.Findings.Any(f => f.Severity == Severity.Error);

    private static string Why(Substitute substitute, string language)
    {
        var free = T(language, substitute.Free switch { true => "Declined.Free", false => "Declined.Busy", null => "Declined.Unknown" });
        return IsIrregular(substitute) ? $"{free} · {T(language, "Declined.Irregular")}" : free;
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Of("Features.Sittings").Get(language, key, arguments);
}
