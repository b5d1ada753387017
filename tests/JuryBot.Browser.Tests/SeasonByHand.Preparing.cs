using System.Globalization;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>What comes before a sitting: rosters, presidents, a session planned and convened, answers.</summary>
public sealed partial class SeasonByHand
{
    private static async Task ImportAsync(Desk desk)
    {
        var words = desk.Words;
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await desk.Console.GetByRole(AriaRole.Link, new() { Name = words.Import, Exact = true }).ClickAsync();
        var files = desk.Console.Locator("input[type=file]");
        await files.Nth(0).SetInputFilesAsync(new FilePayload { Name = "candidats.csv", MimeType = "text/csv", Buffer = RosterFiles.BadCandidatesCsv(desk.Organisation) });
        await Expect(desk.Console.GetByText(words.NothingImported)).ToBeVisibleAsync();
        await desk.PictureAsync("roster-refused");
        await files.Nth(0).SetInputFilesAsync(new FilePayload { Name = "candidats.csv", MimeType = "text/csv", Buffer = RosterFiles.CandidatesCsv(desk.Organisation, Play.Promotion) });
        await Expect(desk.Console.GetByText(words.Imported("candidats.csv"))).ToBeVisibleAsync();
        await Expect(desk.Console.GetByText(words.NothingImported)).ToBeHiddenAsync();
        await files.Nth(1).SetInputFilesAsync(new FilePayload { Name = "jures.xlsx", MimeType = "application/octet-stream", Buffer = RosterFiles.JurorsXlsx(desk.Organisation) });
        await Expect(desk.Console.GetByText(words.Imported("jures.xlsx"))).ToBeVisibleAsync();
        await desk.PictureAsync("rosters-imported");
    }

    // A session of one candidate: made, planned, convened.
    private static async Task PrepareAsync(Desk desk, string? block, DateOnly day)
    {
        var (words, console) = (desk.Words, desk.Console);
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await console.GetByRole(AriaRole.Link, new() { Name = words.Sessions, Exact = true }).First.ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = words.NewSession }).ClickAsync();
        if (block is null)
        {
            await console.GetByRole(AriaRole.Radio, new() { Name = words.FinalJury }).CheckAsync();
        }
        else
        {
            await console.GetByLabel(words.Block).SelectOptionAsync(block);
        }

        var candidate = desk.Organisation.Candidates.First();
        await console.GetByRole(AriaRole.Checkbox, new() { Name = candidate.LastName, Exact = false }).CheckAsync();
        await console.GetByLabel(words.FirstDay).FillAsync(Iso(day));
        await console.GetByLabel(words.LastDay).FillAsync(Iso(day.AddDays(3)));
        foreach (var room in await console.Locator("fieldset.rooms input").AllAsync())
        {
            await room.CheckAsync();
        }

        await desk.PictureAsync("session-form");
        await console.GetByRole(AriaRole.Button, new() { Name = words.CreateSession }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = words.MakePlan }).WaitForAsync();
        if (block is null)
        {
            await AppointAsync(desk);
        }
        else
        {
            await AskUnknownAsync(desk);
        }

        await console.GetByRole(AriaRole.Button, new() { Name = words.MakePlan }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = $"{words.Convene}…" }).ClickAsync();
        await desk.PictureAsync("convene-asks");
        await console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = words.Convene, Exact = true }).ClickAsync();
        await console.Locator("td.first a").First.WaitForAsync();
        await desk.PictureAsync("convened");
    }

    private static async Task AppointAsync(Desk desk)
    {
        await desk.BeAsync(desk.Organisation.Director, "console");
        await desk.Console.Locator("nav.tabs a[href$='presidents']").ClickAsync();
        await desk.Console.Locator("fieldset.rooms input").First.WaitForAsync();
        foreach (var president in await desk.Console.Locator("fieldset.rooms input").AllAsync())
        {
            await president.CheckAsync();
        }

        await desk.Console.GetByRole(AriaRole.Button, new() { Name = $"{desk.Words.Appoint}…" }).ClickAsync();
        await desk.Console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = desk.Words.Appoint, Exact = true }).ClickAsync();
        await Expect(desk.Console.Locator("fieldset.rooms input").First).ToBeDisabledAsync();
        await desk.PictureAsync("presidents");
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await desk.Console.GetByRole(AriaRole.Link, new() { Name = desk.Words.FinalJury }).ClickAsync();
    }

    // Who sits, as the coordinator's page lists them.
    private static async Task<IReadOnlyList<(Person Person, bool Chairs)>> PanelAsync(Desk desk)
    {
        await desk.Console.Locator("td.first a").First.ClickAsync();
        await desk.Console.GetByRole(AriaRole.Button, new() { Name = desk.Words.Refresh }).WaitForAsync();
        var rows = await desk.Console.Locator("table.list").First.Locator("tbody tr").AllInnerTextsAsync();
        return [.. rows.Select(text => (
            desk.Organisation.Jurors.Single(j => text.Contains(j.Name, StringComparison.Ordinal)),
            desk.Words.Chairs.Any(role => text.Contains(role, StringComparison.OrdinalIgnoreCase))))];
    }

    private static async Task AnswerAsync(Desk desk, Person member, DateOnly day, string answer)
    {
        await desk.BeAsync(member, "calendar");
        var today = DateOnly.FromDateTime(desk.Run.Tenant.Clock.GetUtcNow().DateTime);
        for (var week = 0; week < (Monday(day).DayNumber - Monday(today).DayNumber) / 7; week++)
        {
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = desk.Words.NextWeek }).ClickAsync();
        }

        await desk.Page.Locator("button[data-jury]").First.ClickAsync();
        var pressed = desk.Page.GetByRole(AriaRole.Button, new() { Name = answer, Exact = true });
        await pressed.ClickAsync();
        await Expect(pressed).ToHaveAttributeAsync("aria-pressed", "true");
        await desk.PictureAsync("invitation");
    }
}
