using JuryBot.Domain.Exams;
using JuryBot.Domain.People;

namespace JuryBot.Features.Documents.Content;

/// <summary>What the life of a sitting brought, other than as planned: a sentence each, with who did it and when (certification §7).</summary>
internal sealed class SittingEvents(CommonContent common)
{
    private static readonly Texts Texts = Texts.Of("Features.Documents");

    /// <summary>Person ids of those who did it.</summary>
    public static IEnumerable<string> Actors(Sitting sitting) => sitting.Incidents.Select(incident => incident.By).Concat(sitting.Exams.SelectMany(exam => (string?[])
    [
        exam.Ending?.By,
        .. exam.Sheets.Select(sheet => sheet.Paper?.EnteredBy),
        .. exam.Annulled.Select(annulled => annulled.Annulment.By),
    ]).OfType<string>());

    /// <summary>Everything, for a reader who has not the minutes before them.</summary>
    public IEnumerable<string> All(Sitting sitting, IReadOnlyDictionary<string, Person> people, string language) =>
    [
        .. Away(sitting, people, language),
        .. sitting.Exams.SelectMany(exam => Papers(sitting, exam, people, language)),
        .. Incidents(sitting, people, language),
        .. sitting.Exams.SelectMany(exam => exam.Annulled.Select(annulled => Annulled(sitting, annulled, people, language)).Append(Ending(sitting, exam, people, language))
            .OfType<string>().Select(said => T(language, "Finding.For", exam.Name, said))),
        .. sitting.Acknowledgements.Where(a => a.Reservation is not null).Select(a => T(language, "Reserved", CommonContent.NameOf(sitting, a.Person, people, language), common.Moment(a.At, language), a.Reservation)),
    ];

    /// <summary>Members who did not sit for somebody, other than by recusing themself: one sentence for all the candidates of whom it was said at once.</summary>
    public IEnumerable<string> Away(Sitting sitting, IReadOnlyDictionary<string, Person> people, string language) => sitting.Exams
        .SelectMany(exam => exam.Away.Select(away => (Away: away, exam.Name)))
        .GroupBy(said => said.Away, said => said.Name)
        .OrderBy(said => said.Key.At)
        .Select(said => T(language, $"Away.{said.Key.Kind}", CommonContent.NameOf(sitting, said.Key.Person, people, language), common.Moment(said.Key.At, language), string.Join(", ", said)) + Because(said.Key.Reason, language));

    /// <summary>Sheets that were handed in on paper: whose, and who entered them.</summary>
    public IEnumerable<string> Papers(Sitting sitting, Exam exam, IReadOnlyDictionary<string, Person> people, string language) => exam.Sheets.Where(sheet => sheet.Paper is not null).Select(sheet => T(
        language, "FromPaper", CommonContent.NameOf(sitting, sheet.Juror, people, language), exam.Name, CommonContent.NameOf(sitting, sheet.Paper!.EnteredBy, people, language), sheet.Paper.Sha256));

    public IEnumerable<string> Incidents(Sitting sitting, IReadOnlyDictionary<string, Person> people, string language) => sitting.Incidents.Select(incident => T(
        language, "Incident", common.Moment(incident.At, language), incident.Candidate is { } about ? sitting.Exam(about)?.Name : T(language, "Incident.Whole"), incident.Text, CommonContent.NameOf(sitting, incident.By, people, language)));

    /// <returns><c>null</c> for an exam that did not end without a decision.</returns>
    public string? Ending(Sitting sitting, Exam exam, IReadOnlyDictionary<string, Person> people, string language) => exam.Ending is not { } ending ? null
        : T(language, "Ending", T(language, $"Ending.{ending.Kind}"), CommonContent.NameOf(sitting, ending.By, people, language), common.Moment(ending.At, language)) + Because(ending.Reason, language);

    public string Annulled(Sitting sitting, AnnulledDecision annulled, IReadOnlyDictionary<string, Person> people, string language) => T(
        language,
        annulled.Anew ? "Annulled.Same" : "Annulled.Other",
        common.Moment(annulled.Deliberation.DecidedAt ?? annulled.Deliberation.OpenedAt, language),
        CommonContent.NameOf(sitting, annulled.Annulment.By, people, language),
        common.Moment(annulled.Annulment.At, language),
        Rulings.Appeared(annulled.Presence ?? Domain.Awards.Presence.Present, annulled.Deliberation.Presentation, language).ToLower(Texts.Culture(language))) + Because(annulled.Annulment.Reason, language);

    private static string Because(string? reason, string language) => reason is null ? "" : $" {T(language, "Because", reason)}";

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
