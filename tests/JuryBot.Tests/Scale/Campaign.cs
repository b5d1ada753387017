using System.Collections.Immutable;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.Scale;

/// <summary>Sessions of final juries with open sittings, written through the product's own store: what a season of any size leaves in storage, without living through it.</summary>
/// <param name="services">A composed JuryBot's; nothing of it need run.</param>
/// <param name="start">When the sittings begin.</param>
public sealed class Campaign(IServiceProvider services, DateTimeOffset start)
{
    /// <summary>The most exams a sitting may hold.</summary>
    public const int MostExams = 20;

    /// <summary>The roles of the five members of a panel, its president first.</summary>
    public static ImmutableList<string> Roles { get; } = ["president", "employeeRepresentative", "directorRepresentative", "trainer", "pedagogicManager"];

    private static readonly Certification Certification = Certification.Rncp31168;
    private readonly Store store = services.GetRequiredService<Store>();

    /// <summary>A juror with an account, found by it.</summary>
    public async Task AddPersonAsync(string id, string entraId, string name, string mail)
    {
        var person = new Person { Id = id, Name = name, Mail = mail.ToLowerInvariant(), EntraId = entraId, Language = "fr", Roles = [PersonRole.Juror] };
        await store.ExecuteAsync(Aggregates.People, id, new Command("person.import", "campaign"), _ => person);
        await services.GetRequiredService<Lookups>().PutAsync("entra", entraId, id);
    }

    /// <param name="sittings">How many it has.</param>
    /// <param name="exams">How many each of them holds.</param>
    public Task AddSessionAsync(string id, int sittings, int exams)
    {
        var session = new Session
        {
            Id = id,
            Certification = Certification.Id,
            SynthesisBlock = Certification.SynthesisBlock,
            Promotion = "2027",
            Kind = JuryKind.Final,
            Window = new(DateOnly.FromDateTime(start.Date), DateOnly.FromDateTime(start.Date.AddDays(1)), new(9, 0), new(18, 0)),
            Candidates = [.. from sitting in Enumerable.Range(0, sittings) from exam in Enumerable.Range(0, exams) select CandidateOf(id, sitting, exam)],
            Rooms = ["salle@example.org"],
            ExamMinutes = 20,
            CandidatesPerSitting = exams,
            Coordinator = "coordinator",
            CreatedAt = start.AddDays(-60),
            State = SessionState.Convened,
            Cursor = sittings,
        };
        return store.ExecuteAsync(Aggregates.Sessions, id, new Command("session.create", "campaign"), _ => session);
    }

    /// <summary>An open sitting; its members' sheets are still to be filled in.</summary>
    /// <param name="panel">Ids and names; five make a panel.</param>
    /// <param name="effects">Committed with it.</param>
    public Task AddSittingAsync(string session, int index, int exams, IReadOnlyList<(string Id, string Name)> panel, params IReadOnlyList<Effect> effects)
    {
        var sitting = new Sitting
        {
            Id = SittingOf(session, index),
            Session = session,
            Index = index,
            Certification = Certification.Id,
            Ruleset = Certification.Ruleset,
            Jury = Certification.Jury(JuryKind.Final),
            Promotion = "2027",
            SynthesisBlock = Certification.SynthesisBlock,
            Kind = JuryKind.Final,
            Start = start,
            End = start.AddMinutes(20 * exams),
            Room = "salle@example.org",
            RoomName = "Salle Griset",
            Coordinator = "coordinator",
            State = SittingState.Open,
            OpenedAt = start,
            Panel = [.. panel.Select((person, i) => new Member { Person = person.Id, Name = person.Name, Mail = $"{person.Id}@example.org", Role = Roles[i % Roles.Count], External = i % Roles.Count < 2, Response = InvitationResponse.Accepted, Present = true })],
            Exams = [.. Enumerable.Range(0, exams).Select(exam => new Exam
            {
                Candidate = CandidateOf(session, index, exam),
                Name = $"Candidate {exam}",
                Route = "initial",
                Start = start.AddMinutes(20 * exam),
                End = start.AddMinutes(20 * (exam + 1)),
                State = ExamState.Open,
            })],
        };
        return store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command("sitting.open", "campaign"), _ => Decision<Sitting>.Accept(sitting, [.. effects]));
    }

    public static string SittingOf(string session, int index) => $"{session}-{index:D3}";

    public static string CandidateOf(string session, int sitting, int exam) => $"{session}-{sitting:D3}-{exam:D2}";

    /// <summary>What a card sends of a whole sheet, every criterion acquired.</summary>
    public static Dictionary<string, string> Sheet(string overall)
    {
        var sheet = Certification.SheetFor(JuryKind.Final, null, "initial", null).Criteria.ToDictionary(criterion => $"j.{criterion.Id}", _ => "acquired");
        sheet["overall"] = overall;
        return sheet;
    }
}
