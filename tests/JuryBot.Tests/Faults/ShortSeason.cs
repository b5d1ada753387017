using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Tests.Faults;

/// <summary>The shortest season in which everything happens that JuryBot asks of storage, Graph and Teams: rosters, presidents, a poll, a plan, convocations, an
/// invitation declined and the seat taken by another, candidates reminded, sheets, deliberations, minutes read and acknowledged or not, outcomes, a document, a
/// question in chat, the reminders three months later.</summary>
public sealed class ShortSeason : IDisposable
{
    public const int Candidates = 3;
    private static readonly TimeSpan Notice = TimeSpan.FromDays(10), Patience = TimeSpan.FromDays(4);
    private readonly SandboxRun run;
    private readonly SeasonOffice office;
    private readonly Verdicts verdicts;

    public ShortSeason(SandboxRun run)
    {
        (this.run, office) = (run, new SeasonOffice(run, 1));
        verdicts = new Verdicts(new Dictionary<string, string[]> { [run.Tenant.Organisation.Candidates.Last().Mail] = ["2"] });
    }

    /// <summary>By the candidates' ids, their mail addresses.</summary>
    public IReadOnlyDictionary<string, string> Mails => office.Mails;

    public async Task LiveAsync(CancellationToken ct)
    {
        var organisation = run.Tenant.Organisation;
        await run.Ready.WaitAsync(ct);
        await office.Api.GetAsync(office.Coordinator, "api/me", ct);
        var heard = (await office.ImportAsync(RosterFiles.CandidatesCsv(organisation, Play.Promotion), ct)).Select(c => c!["id"]!.ToString()).ToList();
        var session = await office.PlanAsync(new JuryCall(null, new(2026, 11, 16), new(2026, 11, 27), Play.Promotion), heard, polled: true, ct);
        var sittings = await office.ConveneAsync(session, heard, ct);
        await new Invitations(office).AnswerAsync(sittings, ct);
        var random = new Random(1);
        foreach (var id in sittings)
        {
            var sitting = await office.SittingAsync(id, ct);
            await RemindedOfExamsAsync(sitting, ct);
            var day = new SittingDay(office, verdicts, sitting, random);
            await day.LiveAsync(ct);
            await office.ClosedAsync(id, ct);
            await AcknowledgeAsync(day, ct);
            await RemindedOfMinutesAsync(day, ct);
        }

        await office.PublishAsync(sittings, ct);
        var laureate = organisation.Candidates.First();
        await run.Tenant.Teams.SayAsync(laureate, "mes résultats", ct);
        await office.Api.PostAsync(office.Coordinator, $"api/sittings/{sittings[0]}/documents", new JsonObject { ["kind"] = "minutes", ["subject"] = null, ["duplicate"] = false }, ct);
        // Reminded a month, then a week before the three months are over; what is missed together is one.
        await office.Clock.MoveAsync(run.Tenant.Clock.GetUtcNow().AddDays(65), ct);
        await RemindedAsync(1, ct);
        await office.Clock.MoveAsync(run.Tenant.Clock.GetUtcNow().AddDays(22), ct);
        await RemindedAsync(2, ct);
    }

    // What is due is waited for before the clock leaps on: a reminder that comes too late is not given at all.
    private async Task RemindedOfExamsAsync(JsonObject sitting, CancellationToken ct)
    {
        await office.Clock.MoveAsync(DateTimeOffset.Parse(sitting["start"]!.ToString(), CultureInfo.InvariantCulture) - Notice, ct);
        var candidates = sitting["exams"]!.AsArray().Select(exam => run.Tenant.Organisation.Find(office.Mails[exam!["candidate"]!.ToString()])!).ToList();
        await office.Clock.UntilAsync("the reminders of the exams", () => candidates.All(candidate => candidate.HasAccount
            ? Speaks(candidate, "Rappel")
            : run.Tenant.Mailboxes.Inbox(candidate.Mail).Any(mail => mail.Subject.StartsWith("Rappel", StringComparison.Ordinal))), ct);
    }

    // One has acknowledged them; the others are reminded, in vain, and the coordinator is told.
    private async Task RemindedOfMinutesAsync(SittingDay day, CancellationToken ct)
    {
        await office.Clock.MoveAsync(run.Tenant.Clock.GetUtcNow() + Patience, ct);
        var others = day.Panel.Select(member => member.Person).Where(person => person.HasAccount).Skip(1).ToList();
        await office.Clock.UntilAsync("the reminders of the minutes", () => others.TrueForAll(other => Speaks(other, "Rappel : le procès-verbal") || Speaks(other, "Reminder: the minutes")), ct);
        await office.Clock.MoveAsync(run.Tenant.Clock.GetUtcNow() + Patience, ct);
        await office.Clock.UntilAsync("the coordinator told of the minutes", () => Speaks(office.Coordinator, "Procès-verbal sans prise d'acte"), ct);
    }

    private bool Speaks(Person person, string beginning) =>
        run.Tenant.Chats.Cards(person).Any(message => message.Card!.Json["speak"]?.ToString().StartsWith(beginning, StringComparison.Ordinal) == true);

    private Task RemindedAsync(int times, CancellationToken ct) => office.Clock.UntilAsync(
        $"reminder {times} of the title to transmit",
        () => run.Tenant.Mailboxes.Inbox(office.Coordinator.Mail).Count(mail => mail.Subject.Contains("Caisse des Dépôts", StringComparison.Ordinal)) >= times,
        ct);

    // Page by page, where they are long.
    private async Task AcknowledgeAsync(SittingDay day, CancellationToken ct)
    {
        var reader = day.Panel.First(member => member.Person.HasAccount).Person;
        await office.Clock.UntilAsync("the minutes", () => (day.Cards.Find(reader, "minutes.acknowledge") ?? day.Cards.Find(reader, "minutes.show")) is not null, ct);
        for (var page = 0; day.Cards.Find(reader, "minutes.acknowledge") is null && page < 20; page++)
        {
            await day.Cards.PressAsync(reader, "minutes.show", null, null, ct);
        }

        await day.Cards.PressAsync(reader, "minutes.acknowledge", null, null, ct);
    }

    public void Dispose() => office.Dispose();
}
