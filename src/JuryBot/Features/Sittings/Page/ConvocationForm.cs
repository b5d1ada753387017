using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Pages;

namespace JuryBot.Features.Sittings.Page;

/// <summary>The page of a convocation: a candidate's own time, nobody else's; a member's sitting, with its candidates and panel.</summary>
internal sealed class ConvocationForm(ConvocationTexts texts, DepositWords deposits, OrganisationSettings organisation)
{
    public string Title(string language) => texts.T(language, "Page.Title");

    /// <param name="calendar">Where the event can be downloaded.</param>
    public Html Show(Sitting sitting, Person reader, string calendar)
    {
        var language = reader.Language;
        var exam = sitting.Exam(reader.Id);
        var (start, end) = exam is null ? (sitting.Start, sitting.End) : (exam.Start, exam.End);
        var zone = organisation.ZoneOf(reader);
        return $"""
            <h1>{Title(language)}</h1><p>{texts.Subject(sitting, language)}</p><p>{texts.T(language, "Candidate.Intro", reader.Name)}</p>
            <dl class="card"><dt>{texts.T(language, "Page.When")}</dt><dd><strong>{start.Long(zone, language)}</strong> – {end.Clock(zone)}<br><span class="quiet">{texts.T(language, "Page.Zone", zone.Id)}</span></dd>
            <dt>{texts.T(language, "Page.Where")}</dt><dd>{(exam is null ? sitting.RoomName : texts.Place(sitting, language))}{Join(sitting, language)}</dd><dt>{texts.T(language, "Page.Bring")}</dt><dd>{texts.T(language, exam is null ? "Page.Bring.Member" : "Page.Bring.Candidate")}</dd></dl>
            <p><a class="button" href="{calendar}" download>{texts.T(language, "Page.Calendar")}</a></p>{(DepositWords.IsOffered(sitting) ? Deposits(sitting, exam, reader) : Html.Empty)}
            {(exam is null ? Jury(sitting, reader) : Group(exam, language))}<p>{texts.T(language, exam is null ? "Page.Outro.Member" : "Candidate.Outro", organisation.Reached)}</p>
            """;
    }

    /// <summary>For whom is not convened there any more.</summary>
    public Html Withdrawn(string language) =>
        $"<h1>{Title(language)}</h1><p class=\"notice bad\" role=\"status\">{texts.T(language, "Page.Withdrawn", organisation.Name)}</p>";

    private Html Join(Sitting sitting, string language) =>
        sitting.JoinUrl is { } join ? $"<br><a href=\"{join}\" rel=\"noreferrer\">{texts.T(language, "Join")}</a>" : Html.Empty;

    private Html Group(Exam exam, string language) => exam.Group is { } group ? $"<p>{texts.T(language, "Candidate.Group", group)}</p>" : Html.Empty;

    // The link to the page of deposits is made when it is asked for.
    private Html Deposits(Sitting sitting, Exam? exam, Person reader) => $"""
        <form method="post"{FormScript.Kept(reader.Language)}><section class="card">{(exam is null ? Html.Empty : Until(sitting, reader))}<button class="second" name="do" value="deposit">{(exam is null ? DepositWords.Read(reader.Language) : deposits.Offer(sitting, exam, reader.Language))}</button></section></form>
        """;

    private Html Until(Sitting sitting, Person reader) => $"<p>{deposits.Until(sitting.DepositUntil!.Value, reader)}</p>";

    private Html Jury(Sitting sitting, Person reader)
    {
        var (language, zone) = (reader.Language, organisation.ZoneOf(reader));
        var jury = SittingVerbs.Jury(sitting, organisation.CertificationOf(sitting));
        return $"""
            <h2>{texts.T(language, "Jury.Candidates")}</h2><dl>{sitting.Slots().Select(slot => (Html)$"<dt>{slot[0].Start.Clock(zone)}</dt><dd>{Heard(slot, language)}</dd>")}</dl>
            <h2>{texts.T(language, "Jury.Panel")}</h2><ul>{sitting.Panel.Select(m => (Html)$"<li>{Html.Name(m.Name)} — {jury.FindRole(m.Role)!.Name.In(language)}</li>")}</ul>
            """;
    }

    private static Html Heard(IReadOnlyList<Exam> slot, string language) => GroupWork.Of(slot[0], language) is { } group
        ? $"{group}<ul>{slot.Select(e => (Html)$"<li>{Html.Name(e.Name)}</li>")}</ul>"
        : Html.Name(slot[0].Name);
}
