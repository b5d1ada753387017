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

    /// <summary>One thing the minutes say, of an exam or of the whole sitting: a page holds it whole.</summary>
    private sealed record Entry(Exam? Exam, CardElement Words);

    public string Subject(Sitting sitting, string language) => T(language, "Subject", sitting.Start.Long(organisation.TimeZone, language));

    public string Heading(string language) => T(language, "Heading");

    public string? Mark(Sitting sitting, string language) => organisation.Mark(sitting, language);

    /// <param name="fault">Why an acknowledgement was refused.</param>
    /// <param name="page">Which one, from 1; the nearest there is. All that is acknowledged stands on the pages, whole, and the button on the last.</param>
    /// <param name="typed">The reservation as it was typed.</param>
    public AdaptiveCard Show(Sitting sitting, Person reader, string language, Refusal? fault = null, int page = 1, string? typed = null)
    {
        var reservation = new TextInput(AcknowledgeMinutes.Reservation)
        {
            Label = T(language, "Reservation"),
            IsMultiline = true,
            MaxLength = Domain.ScoreSheets.SheetEntry.CommentLimit,
            Value = typed is null ? null : Cards.Cut(typed, Domain.ScoreSheets.SheetEntry.CommentLimit),
            ErrorMessage = T(language, "Reservation.TooLong", Domain.ScoreSheets.SheetEntry.CommentLimit),
        };
        var fingerprint = fingerprints.Of(sitting, reader);
        var button = ActionSet.WithFallbacks(
            ExecuteAction.For(T(language, "Do"), Verbs.Acknowledge, new { v = CardTurn.CardVersion, sitting = sitting.Id, fingerprint }) with { Style = ActionStyle.Positive });
        var room = Cards.MaxBytes - Cards.Size(Make([], 998, 999)) - Cards.Size<CardElement>(button) - Cards.Size<CardElement>(reservation with { Value = new string('漢', Domain.ScoreSheets.SheetEntry.CommentLimit) });
        var pages = CardPages.Of(Entries(sitting, reader, language), room, (before, entry) =>
            Cards.Size(entry.Exam is null || entry.Exam.Candidate == before?.Exam?.Candidate ? entry.Words : Section(entry.Exam, [entry.Words])));
        var number = Math.Clamp(page, 1, pages.Count);
        return Make(Elements(pages[number - 1]), number, pages.Count);

        AdaptiveCard Make(IEnumerable<CardElement> content, int at, int of)
        {
            var acknowledged = sitting.Acknowledged(reader.Id, fingerprint);
            return new AdaptiveCard
            {
                Lang = language,
                Teams = TeamsCardProperties.FullWidth,
                Speak = Subject(sitting, language),
                Body =
                [
                    .. Cards.Head(Heading(language), Mark(sitting, language)),
                    .. Head(sitting, language).Select(Cards.Subtle),
                    (acknowledged, fault) switch
                    {
                        (not null, _) => Cards.Notice(ContainerStyle.Good, 
                            T(language, "Done", Moment(acknowledged.At, reader, language)) + (acknowledged.Reservation is { } said ? $" {T(language, "Reserved", Markdown.Escape(said))}" : "")),
                        (_, not null) => Cards.Fault(refusals, fault, language),
                        _ => Cards.Notice(ContainerStyle.Accent, T(language, of > 1 ? "HowTo.Pages" : "HowTo")),
                    },
                    .. content,
                    Cards.Subtle(T(language, "Fingerprint", MinutesFingerprint.Short(fingerprint))) with { Separator = true, Spacing = Spacing.Medium },
                    .. CardPages.Pager(language, at, of, Verbs.ShowMinutes, turned => new { v = CardTurn.CardVersion, sitting = sitting.Id, page = turned }),
                    .. acknowledged is null && at == of ? [reservation, button] : Array.Empty<CardElement>(),
                ],
            };
        }
    }

    /// <summary>A moment as its reader has it.</summary>
    public string Moment(DateTimeOffset at, Person reader, string language) => at.Long(organisation.ZoneOf(reader), language);

    /// <summary>Which jury, when and where: a line each.</summary>
    public IReadOnlyList<string> Head(Sitting sitting, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return
        [
            sitting.Kind == JuryKind.Final
                ? T(language, "Final", certification.Title.In(language))
                : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language)),
            $"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}{(sitting.Remote ? $" · {T(language, "Remote")}" : "")}",
        ];
    }

    /// <summary>All that the minutes say: panel, composition, then candidate by candidate.</summary>
    public IEnumerable<CardElement> Content(Sitting sitting, Person reader, string language) => Elements(Entries(sitting, reader, language));

    private List<Entry> Entries(Sitting sitting, Person reader, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return
        [
            new(null, Cards.Strong(T(language, "Panel"))),
            .. sitting.Panel.Select(m => new Entry(null, Cards.Line(Seat(sitting, certification, m, language)) with { Spacing = Spacing.Small })),
            .. sitting.Replacements.Select(r => new Entry(null, Cards.Subtle(T(language, "Replaced", Markdown.Escape(r.Name), Markdown.Escape(sitting.Member(r.ReplacedBy)?.Name))))),
            .. sitting.Declared.Select(d => new Entry(null, Cards.Subtle(T(language, "Declared", Markdown.Escape(d.Member.Name), d.At.Long(organisation.TimeZone, language))))),
            new(null, Cards.Line(Composition(sitting, sitting.Opened, certification, language))),
            .. sitting.Incidents.Where(i => i.Candidate is null).Select(i => new Entry(null, Incident(i, language))),
            .. sitting.Exams.SelectMany(exam => Exam(sitting, exam, certification, fingerprints.MaySee(sitting, exam, reader), language).Select(words => new Entry(exam, words))),
        ];
    }

    // Each exam's under its candidate's name.
    private static IEnumerable<CardElement> Elements(List<Entry> entries) =>
    [
        .. entries.Where(e => e.Exam is null).Select(e => e.Words),
        .. entries.Where(e => e.Exam is not null).GroupBy(e => e.Exam!.Candidate).Select(own => Section(own.First().Exam!, own.Select(e => e.Words))),
    ];

    private static Container Section(Exam exam, IEnumerable<CardElement> words) =>
        new Container([Cards.Strong(Markdown.Escape(exam.Name)), .. words]) { Separator = true, Spacing = Spacing.Medium };

    private string Seat(Sitting sitting, Certification certification, Member member, string language)
    {
        var role = SittingVerbs.Jury(sitting, certification).FindRole(member.Role)!;
        var appointed = sitting.Appointments.Find(a => a.Person == member.Person);
        return $"**{Markdown.Escape(member.Name)}** — {role.Name.In(language)}"
            + (member.External ? $", {T(language, "External")}" : "")
            + (member.Present == true ? "" : $" — {T(language, "Absent")}")
            + (role.AppointedByDirector && appointed is not null ? $" ({T(language, "Appointed", appointed.At.In(organisation.TimeZone))})" : "");
    }

    private string Composition(Sitting sitting, IEnumerable<Member> members, Certification certification, string language)
    {
        var found = findings.Show(SittingVerbs.Findings(sitting, sitting.Seated(members), certification), language);
        return found.Count == 0 ? T(language, "Composed") : string.Join(" ", found.Select(f => Markdown.Escape(f.Text)));
    }

    private IEnumerable<CardElement> Exam(Sitting sitting, Exam exam, Certification certification, bool maySee, string language) =>
    [
        Cards.Subtle($"{exam.Start.Clock(organisation.TimeZone)} · {certification.Route(exam.Route).Name.In(language)}{GroupWork.AfterOnCard(exam, language)}"),
        .. exam.Recusals.Select(r => Cards.Subtle(T(language, "Recused", Markdown.Escape(sitting.Member(r.Person)?.Name)))),
        .. exam.Away.Select(a => Cards.Subtle(T(language, $"Away.{a.Kind}", Markdown.Escape(sitting.Member(a.Person)?.Name), Markdown.Escape(a.Reason)))),
        .. exam.HasOwnPanel ? [Cards.Subtle(Composition(sitting, sitting.Judging(exam), certification, language))] : Array.Empty<CardElement>(),
        .. exam.Sheets.Where(s => s.Paper is not null).Select(s => Cards.Subtle(T(language, "FromPaper", Markdown.Escape(sitting.Member(s.Juror)?.Name)))),
        .. sitting.Incidents.Where(i => i.Candidate == exam.Candidate).Select(i => Incident(i, language)),
        .. exam.Waivers.Where(w => exam.SheetOf(w.Person) is null).Select(w => Cards.Subtle(T(language, "Waived", Markdown.Escape(sitting.Member(w.Person)?.Name), Markdown.Escape(w.Reason)))),
        .. maySee ? exam.Annulled.SelectMany(a => Annulled(sitting, exam, a, language)) : [],
        .. exam.Ending is { } ending ? [Cards.Line(T(language, $"Ending.{ending.Kind}") + (ending.Reason is null ? "" : $" — {Markdown.Escape(ending.Reason)}"))] : Array.Empty<CardElement>(),
        .. exam.State == ExamState.NotHeld ? [] : maySee ? rulings.Say(sitting, exam, language).Select(line => Cards.Line(line) with { Spacing = Spacing.Small }) : [Cards.Subtle(T(language, "NotYours"))],
    ];

    private IEnumerable<CardElement> Annulled(Sitting sitting, Exam exam, AnnulledDecision annulled, string language) =>
    [
        Cards.Subtle(T(language, "Annulled", annulled.Annulment.At.Long(organisation.TimeZone, language), Markdown.Escape(annulled.Annulment.Reason))),
        .. rulings.Say(sitting, exam with { Deliberation = annulled.Deliberation, Presence = annulled.Presence }, language).Select(line => Cards.Subtle($"~ {line}")),
    ];

    private TextBlock Incident(Incident incident, string language) =>
        Cards.Line(T(language, "Incident", incident.At.Clock(organisation.TimeZone), Markdown.Escape(incident.Text))) with { Spacing = Spacing.Small };

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
