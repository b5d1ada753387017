using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings.Outlook;

/// <summary>Tells the coordinator who declined, and who could take a member's seat.</summary>
internal sealed class DeclineCard(ConvocationTexts texts, OrganisationSettings organisation)
{
    private const int Most = 3;

    /// <param name="console">Address of the sitting's page.</param>
    public AdaptiveCard OfMember(Sitting sitting, Member member, IReadOnlyList<Substitute> substitutes, string console, string language)
    {
        var role = SittingVerbs.Jury(sitting, organisation.CertificationOf(sitting)).FindRole(member.Role)!.Name.In(language);
        return Show(sitting, T(language, "Declined.Member", Markdown.Escape(member.Name), role), console, language, substitutes.Count == 0
            ? [Cards.Line(T(language, "Declined.Nobody"))]
            : [Cards.Strong(T(language, "Declined.Substitutes")), new FactSet([.. substitutes.Take(Most).Select(s => new Fact(Markdown.Escape(s.Name), Why(s, language)))])]);
    }

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

    private static string Why(Substitute substitute, string language)
    {
        var free = T(language, substitute.Free switch { true => "Declined.Free", false => "Declined.Busy", null => "Declined.Unknown" });
        return substitute.Findings.Any(f => f.Severity == Severity.Error) ? $"{free} · {T(language, "Declined.Irregular")}" : free;
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Of("Features.Sittings").Get(language, key, arguments);
}
