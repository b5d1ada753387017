using System.Net;
using System.Text;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Pages;

namespace JuryBot.Features.Sittings;

/// <summary>What the events in calendars say, in the organisation's language. Everything from outside is encoded.</summary>
internal sealed class ConvocationTexts(OrganisationSettings organisation, Settings settings)
{
    private static readonly Texts Texts = Texts.Of("Features.Sittings");

    public string Subject(Sitting sitting) => Subject(sitting, organisation.Language);

    public string Subject(Sitting sitting, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return sitting.Kind == JuryKind.Final
            ? Texts.Get(language, "Subject.Final", certification.Title.In(language))
            : Texts.Get(language, "Subject.Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language));
    }

    /// <summary>Of a candidate's own event, which stands in the coordination's calendar among those of others.</summary>
    public string Subject(Sitting sitting, Exam exam) => Texts.Get(organisation.Language, "Subject.Of", exam.Name, Subject(sitting));

    /// <summary>For the jury: panel by role, candidates in order.</summary>
    public string ForJury(Sitting sitting)
    {
        var language = organisation.Language;
        var certification = organisation.CertificationOf(sitting);
        var jury = SittingVerbs.Jury(sitting, certification);
        var html = new StringBuilder($"<p>{TextsIn(language, "Jury.Intro", organisation.Name, certification.Title.In(language))}</p>");
        html.Append($"<h3>{TextsIn(language, "Jury.Panel")}</h3><ul>");
        foreach (var member in sitting.Panel)
        {
            html.Append($"<li>{E(member.Name)} — {E(jury.FindRole(member.Role)!.Name.In(language))}</li>");
        }

        html.Append($"</ul><h3>{TextsIn(language, "Jury.Candidates")}</h3><table><tbody>");
        foreach (var slot in sitting.Slots())
        {
            var clock = slot[0].Start.Clock(organisation.TimeZone);
            html.Append(GroupWork.Of(slot[0], language) is { } group ? $"<tr><td>{clock}</td><td colspan=\"2\">{E(group)}</td></tr>" : "");
            foreach (var exam in slot)
            {
                html.Append($"<tr><td>{(exam.Group is null ? clock : "")}</td><td>{E(exam.Name)}</td><td>{E(certification.Route(exam.Route).Name.In(language))}</td></tr>");
            }
        }

        html.Append($"</tbody></table><p>{TextsIn(language, "Jury.Outro")}</p><p>{TextsIn(language, "Jury.Declaration")}</p>");
        return html.Append(Link(sitting, TextsIn(language, "Jury.Link"))).Append(Marked(sitting, language)).ToString();
    }

    /// <summary>For one candidate: their own time and place, nobody else's.</summary>
    public string ForCandidate(Sitting sitting, Exam exam, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        var html = new StringBuilder($"<p>{TextsIn(language, "Candidate.Intro", exam.Name)}</p><p>");
        html.Append(sitting.Kind == JuryKind.Final
            ? TextsIn(language, "Candidate.Final", certification.Title.In(language))
            : TextsIn(language, "Candidate.Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language)));
        html.Append($"</p><p>{TextsIn(language, "Candidate.When", exam.Start.Long(organisation.TimeZone, language), Place(sitting, language))}</p>");
        html.Append(exam.Group is { } group ? $"<p>{TextsIn(language, "Candidate.Group", group)}</p>" : "");
        // The deadline goes by the sitting's start, which may move while the candidate's own time does not: it is on their convocation.
        html.Append(sitting.DepositUntil is not null ? $"<p>{TextsIn(language, "Candidate.Deposit")}</p>" : "");
        html.Append(sitting.JoinUrl is { } join ? $"<p><a href=\"{E(join)}\">{TextsIn(language, "Join")}</a></p>" : "");
        html.Append($"<p>{TextsIn(language, "Candidate.Outro", organisation.Reached)}</p>");
        return html.Append(Link(sitting, TextsIn(language, "Candidate.Link"))).Append(Marked(sitting, language)).ToString();
    }

    /// <summary>Where a candidate is heard.</summary>
    public string Place(Sitting sitting, string language) => sitting.Remote ? Texts.Get(language, "Remote") : sitting.RoomName;

    /// <summary>Why the jury's event is cancelled.</summary>
    public string Cancelled(Sitting sitting) => Marked(Texts.Get(organisation.Language, "Jury.Cancelled", organisation.Name), sitting, organisation.Language);

    /// <summary>Why a candidate's event is cancelled.</summary>
    /// <param name="elsewhere">Whether another one takes its place.</param>
    /// <param name="language">The candidate's.</param>
    public string Withdrawn(bool elsewhere, string? language) =>
        Texts.Get(language ?? organisation.Language, elsewhere ? "Candidate.Elsewhere" : "Candidate.Cancelled", organisation.Name);

    /// <summary>The same beside the event that is cancelled.</summary>
    public string Withdrawn(Sitting sitting, bool elsewhere, string? language) => Marked(Withdrawn(elsewhere, language), sitting, language ?? organisation.Language);

    /// <summary>Subject of the mail with a link to the convocation's page.</summary>
    public string Mailed(Sitting sitting, string language) => T(language, "Mail.Subject", Subject(sitting, language));

    /// <summary>The mail with a link to the convocation's page: nothing that the page would have to correct later.</summary>
    /// <param name="more">A member's link to their declaration of independence, or a candidate's to their deposit, and what it is for; may be empty.</param>
    public string Mail(Sitting sitting, Person reader, Html link, Html more, Html outro)
    {
        Html mail = $"<p>{T(reader.Language, "Candidate.Intro", reader.Name)}</p><p>{T(reader.Language, "Mail.Intro", organisation.Name)}</p><p><strong>{Subject(sitting, reader.Language)}</strong></p>{link}{more}{outro}";
        return mail.ToString();
    }

    public string? Mark(Sitting sitting, string language) => organisation.Mark(sitting, language);

    public string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);

    // The Outlook pane finds the sitting by this link, whoever reads the event.
    private string Link(Sitting sitting, string text) => $"<p><a href=\"{E(new Uri(settings.PublicUrl, $"app/#/sittings/{sitting.Id}").ToString())}\">{text}</a></p>";

    private string Marked(string text, Sitting sitting, string language) => Mark(sitting, language) is { } mark ? $"{text} ({mark})" : text;

    private string Marked(Sitting sitting, string language) => Mark(sitting, language) is { } mark ? $"<p><em>{E(mark)}</em></p>" : "";

    private static string TextsIn(string language, string key, params object?[] arguments) => E(Texts.Get(language, key, arguments));

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
