using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Minutes;

/// <summary>The minutes of a sitting in short, for one of its members to acknowledge: who was there, the composition, what was decided and how
/// (certification §7). Of a candidate they stepped back from, a member is told no decision.</summary>
internal sealed class MinutesCard(OrganisationSettings organisation, FindingTexts findings, Rulings rulings, RefusalTexts refusals, MinutesFingerprint fingerprints)
{
    private static readonly Texts Texts = Texts.Of("Features.Minutes");

    public string Subject(Sitting sitting, string language) => T(language, "Subject", sitting.Start.Long(organisation.TimeZone, language));

    public string Heading(string language) => T(language, "Heading");

    /// <param name="fault">Why an acknowledgement was refused.</param>
    public AdaptiveCard Show(Sitting sitting, Person reader, string language, Refusal? fault = null) => Cards.Fitting(budget => Make(sitting, reader, language, fault, budget));

    /// <summary>A moment as its reader has it.</summary>
    public string Moment(DateTimeOffset at, Person reader) => at.Long(organisation.ZoneOf(reader), reader.Language);

    /// <summary>Which jury, when and where: a line each.</summary>
    public IReadOnlyList<string> Head(Sitting sitting, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return
        [
            sitting.Kind == JuryKind.Final
                ? T(language, "Final", certification.Title.In(language))
                : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language)),
            $"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}",
        ];
    }

    /// <summary>What the minutes say: panel, composition, then candidate by candidate.</summary>
    /// <param name="each">Characters that a remark may have; a longer one is cut, and says so.</param>
    public IEnumerable<CardElement> Content(Sitting sitting, Person reader, string language, int each)
    {
        var certification = organisation.CertificationOf(sitting);
        return
        [
            Cards.Strong(T(language, "Panel")),
            .. sitting.Panel.Select(m => Cards.Line(Seat(sitting, certification, m, language)) with { Spacing = Spacing.Small }),
            .. sitting.Replacements.Select(r => Cards.Subtle(T(language, "Replaced", Markdown.Escape(r.Name), Markdown.Escape(sitting.Member(r.ReplacedBy)?.Name)))),
            Cards.Line(Composition(sitting, certification, language)),
            .. sitting.Exams.Select(exam => Exam(sitting, exam, certification, fingerprints.MaySee(sitting, exam, reader), language, each)),
        ];
    }

    private AdaptiveCard Make(Sitting sitting, Person reader, string language, Refusal? fault, int budget)
    {
        var fingerprint = fingerprints.Of(sitting, reader);
        var acknowledged = sitting.Acknowledged(reader.Id, fingerprint);
        return new AdaptiveCard
        {
            Lang = language,
            Teams = TeamsCardProperties.FullWidth,
            Speak = Subject(sitting, language),
            Body =
            [
                Cards.Title(Heading(language)),
                .. Head(sitting, language).Select(Cards.Subtle),
                (acknowledged, fault) switch
                {
                    (not null, _) => Cards.Notice(ContainerStyle.Good, T(language, "Done", acknowledged.At.Long(organisation.TimeZone, language))),
                    (_, not null) => Cards.Fault(refusals, fault, language),
                    _ => Cards.Notice(ContainerStyle.Accent, T(language, "HowTo")),
                },
                .. Content(sitting, reader, language, budget / Math.Max(1, sitting.Exams.Count * 3)),
                Cards.Subtle(T(language, "Fingerprint", MinutesFingerprint.Short(fingerprint))) with { Separator = true, Spacing = Spacing.Medium },
                .. acknowledged is not null
                    ? Array.Empty<CardElement>()
                    : [ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Do"), Verbs.Acknowledge, new { v = CardTurn.CardVersion, sitting = sitting.Id, fingerprint }) with { Style = ActionStyle.Positive })],
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
        .. exam.Waivers.Where(w => exam.SheetOf(w.Person) is null).Select(w => Cards.Subtle(T(language, "Waived", Markdown.Escape(sitting.Member(w.Person)?.Name), Markdown.Escape(Cards.Cut(w.Reason, each))))),
        .. maySee ? rulings.Say(sitting, exam, language, each).Select(line => Cards.Line(line) with { Spacing = Spacing.Small }) : [Cards.Subtle(T(language, "NotYours"))],
    ]) { Separator = true, Spacing = Spacing.Medium };

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
