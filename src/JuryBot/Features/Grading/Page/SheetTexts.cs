using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Features.Grading.Page;

/// <summary>What the sheet's pages and mails say alike.</summary>
internal sealed class SheetTexts(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Grading");

    /// <summary>Judgments as they are typed, in the order they are offered.</summary>
    public static readonly IReadOnlyList<string> Judgments = ["acquired", "partly", "notAcquired"];

    /// <summary>Such as « jury intermédiaire, bloc 1 — … ».</summary>
    public string Jury(Sitting sitting, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return sitting.Kind == JuryKind.Final
            ? T(language, "Final", certification.Title.In(language))
            : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language));
    }

    /// <summary>A candidate's line in the mail: when, and who.</summary>
    public string Of(Exam exam, Person reader) => $"{exam.Start.Clock(organisation.ZoneOf(reader))} · {exam.Name}{GroupWork.After(exam, reader.Language)}";

    public string Where(Sitting sitting, Exam exam, Person reader) =>
        $"{Moment(exam.Start, reader)} · {sitting.RoomName} · {organisation.CertificationOf(sitting).Route(exam.Route).Name.In(reader.Language)}{GroupWork.After(exam, reader.Language)}";

    public string Moment(DateTimeOffset at, Person reader) => at.Long(organisation.ZoneOf(reader), reader.Language);

    public string Block(Sitting sitting, string block, string language) => T(language, "Block", block, organisation.CertificationOf(sitting).Block(block).Title.In(language));

    public string Judged(CriterionMark? mark, string language) => mark?.Judgment is { } judgment
        ? T(language, $"Judgment.{judgment switch { Judgment.Acquired => "acquired", Judgment.Partly => "partly", _ => "notAcquired" }}")
            + (mark.Mark is { } points ? $" · {points.ToString("0.##", Texts.Culture(language))}/20" : "")
        : "—";

    public string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
