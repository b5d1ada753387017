using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Minutes;

/// <summary>The minutes of a sitting in short, for one of its members to acknowledge: who was there, the composition, what was decided and how
/// (certification §7). Of a candidate they stepped back from, a member is told no decision.</summary>
internal sealed class MinutesCard(OrganisationSettings organisation, FindingTexts findings, Rulings rulings)
{
    private static readonly Texts Texts = Texts.Of("Features.Minutes");

    public string Subject(Sitting sitting, string language) => T(language, "Subject", sitting.Start.Long(organisation.TimeZone, language));

    public AdaptiveCard Show(Sitting sitting, string reader, Func<string, bool> maySee, string language) => Cards.Fitting(budget => Make(sitting, reader, maySee, language, budget));

    private AdaptiveCard Make(Sitting sitting, string reader, Func<string, bool> maySee, string language, int budget)
    {
        var certification = organisation.CertificationOf(sitting);
        var each = Math.Max(60, budget / Math.Max(1, sitting.Exams.Count * 3));
        return new AdaptiveCard
        {
            Lang = language,
            Teams = TeamsCardProperties.FullWidth,
            Speak = Subject(sitting, language),
            Body =
            [
                Cards.Title(T(language, "Heading")),
                Cards.Subtle(sitting.Kind == JuryKind.Final
                    ? T(language, "Final", certification.Title.In(language))
                    : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language))),
                Cards.Subtle($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"),
                sitting.Acknowledgements.Find(a => a.Person == reader) is { } done
                    ? Cards.Notice(ContainerStyle.Good, T(language, "Done", done.At.Long(organisation.TimeZone, language)))
                    : Cards.Notice(ContainerStyle.Accent, T(language, "HowTo")),
                Cards.Strong(T(language, "Panel")),
                .. sitting.Panel.Select(m => Cards.Line(Seat(sitting, certification, m, language)) with { Spacing = Spacing.Small }),
                .. sitting.Replacements.Select(r => Cards.Subtle(T(language, "Replaced", Markdown.Escape(r.Name), Markdown.Escape(sitting.Member(r.ReplacedBy)?.Name)))),
                Cards.Line(Composition(sitting, certification, language)),
                .. sitting.Exams.Select(exam => Exam(sitting, exam, certification, maySee(exam.Candidate), language, each)),
                .. sitting.Acknowledgements.Exists(a => a.Person == reader)
                    ? Array.Empty<CardElement>()
                    : [ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Do"), Verbs.Acknowledge, Cards.Data(sitting.Id)) with { Style = ActionStyle.Positive })],
            ],
        };
    }

    private string Seat(Sitting sitting, Certification certification, Member member, string language)
    {
        var role = SittingVerbs.Jury(sitting, certification).FindRole(member.Role)!;
        var appointed = sitting.Appointments.Find(a => a.Person == member.Person);
        return $"**{Markdown.Escape(member.Name)}** — {role.Name.In(language)}"
            + (member.External ? $", {T(language, "External")}" : "")
            + (member.Present == true ? "" : $" — {T(language, "Absent")}")
            + (role.AppointedByDirector && appointed is not null ? $" ({T(language, "Appointed", appointed.At.In(organisation.TimeZone))})" : "");
    }

    private string Composition(Sitting sitting, Certification certification, string language)
    {
        var found = findings.Show(SittingVerbs.Findings(sitting, sitting.Seated(sitting.Panel.Where(m => m.Present == true)), certification), language);
        return found.Count == 0 ? T(language, "Composed") : string.Join(" ", found.Select(f => Markdown.Escape(f.Text)));
    }

    private Container Exam(Sitting sitting, Exam exam, Certification certification, bool maySee, string language, int each) => new([
        Cards.Strong(Markdown.Escape(exam.Name)),
        Cards.Subtle($"{exam.Start.Clock(organisation.TimeZone)} · {certification.Route(exam.Route).Name.In(language)}"),
        .. exam.Recusals.Select(r => Cards.Subtle(T(language, "Recused", Markdown.Escape(sitting.Member(r.Person)?.Name)))),
        .. exam.Waivers.Where(w => exam.SheetOf(w.Person) is null).Select(w => Cards.Subtle(T(language, "Waived", Markdown.Escape(sitting.Member(w.Person)?.Name), Cut(Markdown.Escape(w.Reason), each)))),
        .. maySee ? rulings.Say(sitting, exam, language).Select(line => Cards.Line(Cut(line, each + 120)) with { Spacing = Spacing.Small }) : [Cards.Subtle(T(language, "NotYours"))],
    ]) { Separator = true, Spacing = Spacing.Medium };

    private static string Cut(string text, int length) => text.Length > length ? text[..length].TrimEnd('\\') + "…" : text;

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
