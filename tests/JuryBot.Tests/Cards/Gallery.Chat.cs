using System.Collections.Immutable;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;
using JuryBot.Features;
using JuryBot.Features.Availability;
using JuryBot.Features.Deposits;
using JuryBot.Features.Independence;
using JuryBot.Features.Reminders;
using JuryBot.Features.Sittings;
using JuryBot.Features.Welcome;
using JuryBot.Teams.Cards;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Cards;

/// <summary>What people get without a sheet or a decision: answers to what they type, the question of when they could sit, and the opening of a sitting.</summary>
internal static partial class Gallery
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 28, 8, 0, 0, TimeSpan.Zero);

    private static Settings Site => new(new(), new(), Organisation, new Uri("https://jury.example.org/")) { Reminders = new(Organisation.TimeZone.Local(), QuietHours.Usual) };

    private static AdaptiveCard Welcome(PersonRole? role, string language, bool understood = true) =>
        new WelcomeCard(Organisation, Site).Show(role is null ? null : Somebody("paul", language, role.Value), language, understood);

    private static AdaptiveCard Agenda(string person, IReadOnlyList<Sitting> sittings, DateTimeOffset now, string language) =>
        new AgendaCard(Deposits, Organisation).Show(Somebody(person, language), sittings, now, language);

    // One jury open this morning that Toni is to grade, one this afternoon, one in a month.
    private static AdaptiveCard Juries(string person, string language) => Agenda(
        person, [Open(Half), Half with { Id = "afternoon", Start = Start.AddHours(6), End = Start.AddHours(7) }, Final with { Id = "final", Start = Start.AddDays(28), End = Start.AddDays(28).AddHours(1) }], Now, language);

    private static AdaptiveCard Convened(string language) => Agenda(Candidate, [Half], Monday, language);

    private static AdaptiveCard Deposit(Sitting sitting, string person, string language) =>
        new DepositCard(Deposits, Organisation).Show(sitting, person, new Uri("https://jury.example.org/deposit/token"), Start.AddDays(-6), language);

    private static CandidateCards Own => new(Organisation);

    private static Sitting Told() => Decided() with { PublishedAt = Now.AddDays(1), PublishedBy = "coordinator" };

    private static OpeningCard Opening => new(Convocations, new FindingTexts(), Organisation, Refusals);

    private static AdaptiveCard NotOpened(string language)
    {
        var present = Final.Panel.Select(m => m.Person).Except(["rose"]).ToHashSet();
        return Opening.Form(Final, language, [], SittingVerbs.Open(Final, "paul", present, Certification, Start).Refusal);
    }

    private static AdaptiveCard Availability(string language, Func<Session, Session>? answered = null, bool refused = false, int day = 0)
    {
        var asked = PollVerbs.Ask(Polled, [Juror], Monday, Monday.AddDays(7)).State!;
        var session = answered?.Invoke(asked) ?? asked;
        var none = HalfDay.Of(session.Window).ToDictionary(half => half.Key, _ => "");
        return new PollCard(new PollTexts(Organisation), Refusals, new FakeTimeProvider(Monday.AddDays(day))).Show(
            session, session.PollOf(Juror)!, Somebody(Juror, language), 0, refused ? none : null, refused ? PollVerbs.Answer(session, Juror, none, Monday).Refusal : null);
    }

    private static Session Answered(Session session) => PollVerbs.Answer(
        session, Juror, HalfDay.Of(session.Window).Zip(["yes", "ifNeedBe", "no"]).ToDictionary(pair => pair.First.Key, pair => pair.Second), Monday.AddHours(1)).State!;

    private static ReminderCard Reminding => new(Deposits, Organisation);

    private static AdaptiveCard Escalation(ReminderKind kind, Sitting sitting, string language) =>
        Reminding.Escalation(kind, sitting, [sitting.Panel[0], sitting.Member(Juror)!], Somebody("dora", language));

    private static DeclarationCard Declaration => new(new DeclarationTexts(Organisation), Refusals);

    // One candidate by way of experience, whose past links count.
    private static IReadOnlyList<Owed> Three => [Owe("c1", "Camille *Exemple*", "initial"), Owe("c2", "Sacha Exemple", "initial"), Owe("c3", "Dominique [VAE]", "vae")];

    private static readonly Dictionary<string, StatementEntry> Linking = new() { ["c1"] = new("none"), ["c2"] = new("trained", "En 2025, *un* module."), ["c3"] = new("pastProfessional") };

    private static Sitting NoDeclaration => Final with { Declarations = [new Declared("paul", Monday, [Candidate])] };

    private static Owed Owe(string candidate, string name, string route) => new(candidate, name, Certification.Route(route), Certification.Final.FindRole("trainer")!);

    private static Dictionary<string, StatementEntry> Said(string candidate, string link, string? words = null) => new() { [candidate] = new(link, words) };

    private static Session Signed(IReadOnlyList<Owed> owed, IReadOnlyDictionary<string, StatementEntry> entries) =>
        DeclarationVerbs.Sign(Polled, Juror, "Toni Formateur", new DeclarationTexts(Organisation).Statement(Polled, Somebody(Juror, "fr")), owed, entries, Monday.AddHours(1)).State!;

    private static Person Somebody(string id, string language, PersonRole role = PersonRole.Juror) => new() { Id = id, Name = "Paul Employeur", Mail = $"{id}@example.org", Language = language, Roles = [role] };

    private static Session Awaiting => Polled with { Kind = JuryKind.Final, Block = null, Promotion = "2027 *bis*" };

    // Three days: one card.
    private static Session Polled => new()
    {
        Id = "session",
        Certification = Certification.Id,
        SynthesisBlock = Certification.SynthesisBlock,
        Promotion = "2027",
        Kind = JuryKind.Intermediate,
        Block = "1",
        Window = new SessionWindow(new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 14), new TimeOnly(9, 0), new TimeOnly(18, 0)),
        Candidates = [Candidate],
        Rooms = ["room@example.org"],
        ExamMinutes = 30,
        CandidatesPerSitting = 4,
        Coordinator = "coordinator",
        CreatedAt = Monday,
    };
}
