using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;

namespace JuryBot.Benchmarks.Pane;

/// <summary>Something in Outlook that the pane opens beside.</summary>
/// <param name="Reader">Whose Outlook it is.</param>
/// <param name="Tab">Where it is in the portal.</param>
/// <param name="Steps">What is pressed on the way there.</param>
/// <param name="Opens">What is pressed for the pane to come.</param>
internal sealed record PaneView(string Name, Person Reader, string Tab, IReadOnlyList<Func<IPage, ILocator>> Steps, Func<IPage, ILocator> Opens);

/// <summary>The kinds of item the pane opens beside, in a tenant where a jury of eight candidates is convened and one of its members has declined.</summary>
internal static class PaneViews
{
    private const int Heard = 8;

    public static async Task<IReadOnlyList<PaneView>> MakeAsync(SandboxRun run, CancellationToken ct = default)
    {
        using var office = new SeasonOffice(run, seed: 1);
        var organisation = run.Tenant.Organisation;
        await office.Api.GetAsync(office.Coordinator, "api/me", ct);
        var heard = (await office.ImportAsync(RosterFiles.CandidatesCsv(organisation, Play.Promotion), ct)).Take(Heard).Select(c => c!["id"]!.ToString()).ToList();
        var session = await office.PlanAsync(new JuryCall("1", new(2026, 10, 12), new(2026, 10, 16), Play.Promotion), heard, polled: false, ct);
        var sittings = await office.ConveneAsync(session, heard, ct);
        await new Invitations(office).AnswerAsync(sittings, ct);
        var member = organisation.Find((await office.SittingAsync(sittings[0], ct))["panel"]![0]!["mail"]!.ToString())!;
        var wrote = run.Tenant.Mailboxes.Inbox(office.Coordinator.Mail).First(mail => organisation.Jurors.Any(juror => juror.Mail == mail.From)).From;
        Func<IPage, ILocator>[] toTheJury = [page => Button(page, "Semaine suivante"), page => page.Locator("button[data-jury]").First];
        return
        [
            new("a new appointment", office.Coordinator, "calendar", [], page => Button(page, "Nouveau rendez-vous")),
            new("the jury's event, for who convened it", office.Coordinator, "calendar", toTheJury, Pane),
            new("the jury's event, for a member", member, "calendar", toTheJury, Pane),
            new("a member's mail", office.Coordinator, "mail", [page => page.Locator("main section li button").Filter(new() { HasText = wrote }).First], Pane),
        ];
    }

    private static ILocator Button(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Pane(IPage page) => page.GetByTitle("Ouvrir le volet de JuryBot");
}
