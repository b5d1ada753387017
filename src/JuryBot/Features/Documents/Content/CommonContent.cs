using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents.Content;

/// <summary>What documents have in common.</summary>
internal sealed class CommonContent(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Documents");

    /// <param name="day">Of the jury, whose registration counts; <c>null</c> for a document of no single day.</param>
    public Filling Of(Certification certification, DateTimeOffset? day, string language)
    {
        var registration = day is { } on ? certification.RegistrationOn(DateOnly.FromDateTime(on.In(organisation.TimeZone))) : null;
        return new Filling
        {
            ["organisation"] = organisation.Name,
            ["certification.title"] = certification.Title.In(language),
            ["certification.code"] = certification.Code,
            ["certification.level"] = T(language, "Level", certification.Registry.LevelEu),
            ["certifier"] = certification.Certifier,
            ["registration"] = registration is null ? "" : T(language, "Registration", registration.Act),
            // Said wherever an example renewal may count.
            ["fictitious"] = (registration ?? (day is null ? certification.Registrations.FirstOrDefault(r => r.Fictitious) : null)) is { Fictitious: true } example ? T(language, "Fictitious", example.Act) : "",
        };
    }

    /// <summary>Of a document of one sitting: which jury, when and where.</summary>
    public Filling Of(Sitting sitting, string language)
    {
        var filling = Of(organisation.CertificationOf(sitting), sitting.Start, language);
        filling["jury"] = Jury(sitting, language);
        filling["date"] = Day(sitting.Start, language);
        filling["start"] = Clock(sitting.Start);
        filling["end"] = Clock(sitting.End);
        filling["place"] = Place(sitting, language);
        return filling;
    }

    /// <summary>The room, and whether candidates are heard from elsewhere.</summary>
    public static string Place(Sitting sitting, string language) => sitting.Remote ? T(language, "Remote", sitting.RoomName) : sitting.RoomName;

    /// <summary>Of a document that is signed.</summary>
    public Filling Signed(Filling filling, Certification certification, string language)
    {
        var quality = certification.Registry.Signatory.In(language);
        filling["signatory.quality"] = organisation.SignatoryDelegate is null ? quality : T(language, "ByDelegation", quality);
        filling["signatory.name"] = organisation.SignatoryDelegate ?? organisation.Signatory;
        return filling;
    }

    public string Jury(Sitting sitting, string language) => organisation.CertificationOf(sitting) is var certification && sitting.Kind == JuryKind.Final
        ? T(language, "Jury.Final", certification.Title.In(language))
        : T(language, "Jury.Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language));

    /// <summary>Such as « lundi 12 octobre 2026 ».</summary>
    public string Day(DateTimeOffset moment, string language) => moment.In(organisation.TimeZone).ToString("dddd d MMMM yyyy", Texts.Culture(language));

    /// <summary>Such as « 12 octobre 2026 ».</summary>
    public string Date(DateTimeOffset moment, string language) => moment.In(organisation.TimeZone).ToString("d MMMM yyyy", Texts.Culture(language));

    public string Moment(DateTimeOffset moment, string language) => moment.Long(organisation.TimeZone, language);

    public string Clock(DateTimeOffset moment) => moment.Clock(organisation.TimeZone);

    /// <summary>A member's line: name, role, college, whether they come from outside.</summary>
    public Filling Seat(Sitting sitting, Member member, string language) => new()
    {
        ["members.name"] = member.Name,
        ["members.role"] = Role(sitting, member.Role, language),
        ["members.college"] = T(language, member.College switch { College.Employer => "College.Employer", College.Employee => "College.Employee", _ => "College.None" }),
        ["members.external"] = T(language, member.External ? "Yes" : "No"),
    };

    public string Role(Sitting sitting, string role, string language) =>
        SittingVerbs.Jury(sitting, organisation.CertificationOf(sitting)).FindRole(role)?.Name.In(language) ?? role;

    /// <summary>A candidate's line: name, time, route.</summary>
    public Filling Passage(Sitting sitting, Exam exam, string language) => new()
    {
        ["candidates.name"] = exam.Name,
        ["candidates.time"] = $"{Clock(exam.Start)} – {Clock(exam.End)}{GroupWork.After(exam, language)}",
        ["candidates.route"] = organisation.CertificationOf(sitting).Route(exam.Route).Name.In(language),
    };

    /// <summary>Whether the candidate came, as far as anybody has said; an exam that ended without a word of it says so.</summary>
    public static string Presence(Exam exam, string language) => exam is { Presence: null, State: ExamState.NotHeld }
        ? T(language, "NotHeld")
        : Rulings.Appeared(exam.Presence ?? Domain.Awards.Presence.Present, exam.Deliberation?.Presentation, language);

    /// <summary>A member who left is known by the replacement alone.</summary>
    /// <param name="people">By id: who is not of the panel.</param>
    public static string NameOf(Sitting sitting, string person, IReadOnlyDictionary<string, Person> people, string language) =>
        sitting.Member(person)?.Name ?? sitting.Replacements.Find(r => r.Person == person)?.Name ?? people.GetValueOrDefault(person)?.Name ?? T(language, "Unknown");

    public static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
