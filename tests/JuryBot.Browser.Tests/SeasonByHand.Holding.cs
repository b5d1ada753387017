using System.Globalization;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>A sitting, its sheets and its deliberation, and the outcome published.</summary>
public sealed partial class SeasonByHand
{
    private static async Task HoldAsync(Desk desk, DateOnly day, bool final)
    {
        var panel = await PanelAsync(desk);
        foreach (var member in panel)
        {
            await AnswerAsync(desk, member.Person, day, desk.Words.Accept);
        }

        var chair = panel.Single(m => m.Chairs).Person;
        await desk.BeAsync(chair, "chat");
        await desk.AdvanceAsync(desk.Words.NextJury);
        var words = Words.In(chair.Language);
        await desk.Card(words.OpenSitting).GetByRole(AriaRole.Button, new() { Name = words.OpenSitting }).ClickAsync();

        foreach (var (index, member) in panel.Select(m => m.Person).Index())
        {
            await GradeAsync(desk, member, first: index == 0);
        }

        await desk.BeAsync(chair, "chat");
        await desk.Card(words.OpenDeliberation).GetByRole(AriaRole.Button, new() { Name = words.OpenDeliberation }).ClickAsync();
        var card = desk.Card(words.Record);
        await card.WaitForAsync();
        await desk.PictureAsync("deliberation");
        foreach (var yes in await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(final ? words.Acquired : words.Favourable) }).AllAsync())
        {
            await yes.CheckAsync();
        }

        if (final)
        {
            await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.AwardsTitle) }).CheckAsync();
        }

        await card.GetByRole(AriaRole.Button, new() { Name = words.Record }).ClickAsync();
        var confirm = desk.Card(words.ConfirmDecision).GetByRole(AriaRole.Button, new() { Name = words.ConfirmDecision });
        await confirm.WaitForAsync();
        await desk.PictureAsync("decision-summary");
        await confirm.ClickAsync();
        await Expect(desk.Page.GetByText(words.Recorded).Last).ToBeVisibleAsync();
        await desk.PictureAsync("decided");
        await PublishAsync(desk, final);
    }

    private static async Task GradeAsync(Desk desk, Person member, bool first)
    {
        await desk.BeAsync(member, "chat");
        var words = Words.In(member.Language);
        var card = desk.Card(words.Submit);
        await card.WaitForAsync();
        if (first)
        {
            // Nothing judged: refused on the card, in words.
            await card.GetByRole(AriaRole.Button, new() { Name = words.Submit }).ClickAsync();
            await desk.PictureAsync("sheet-refused");
            await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.Acquired) }).First.CheckAsync();
            await card.GetByRole(AriaRole.Button, new() { Name = words.SaveDraft }).ClickAsync();
            await Expect(card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.Acquired) }).First).ToBeCheckedAsync();
            await desk.PictureAsync("sheet-draft");
        }

        foreach (var acquired in await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.Acquired) }).AllAsync())
        {
            await acquired.CheckAsync();
        }

        await card.GetByRole(AriaRole.Button, new() { Name = words.Submit }).ClickAsync();
        var confirm = desk.Card(words.ConfirmSheet).GetByRole(AriaRole.Button, new() { Name = words.ConfirmSheet });
        await confirm.WaitForAsync();
        await desk.PictureAsync("sheet-summary");
        await confirm.ClickAsync();
        await Expect(desk.Page.GetByText(words.Submitted).Last).ToBeVisibleAsync();
        await desk.PictureAsync("sheet-submitted");
    }

    private static async Task PublishAsync(Desk desk, bool final)
    {
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await desk.Console.GetByRole(AriaRole.Link, new() { Name = final ? desk.Words.FinalJury : desk.Words.IntermediateJury }).ClickAsync();
        await desk.Console.Locator("td.first a[href*='sittings']").First.ClickAsync();
        await desk.Console.GetByRole(AriaRole.Button, new() { Name = $"{desk.Words.Publish}…" }).ClickAsync();
        await desk.PictureAsync("publish-asks");
        await desk.Console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = desk.Words.Publish, Exact = true }).ClickAsync();
        await Expect(desk.Console.GetByRole(AriaRole.Button, new() { Name = $"{desk.Words.Publish}…" })).ToBeHiddenAsync();
        await desk.PictureAsync("published");
    }

    // A mistake: the director has the same jury decide anew.
    private static async Task AnnulAsync(Desk desk)
    {
        var (words, console) = (desk.Words, desk.Console);
        await desk.BeAsync(desk.Organisation.Director, "console");
        await console.GetByRole(AriaRole.Link, new() { Name = words.Sessions, Exact = true }).ClickAsync();
        await console.GetByRole(AriaRole.Link, new() { Name = words.FinalJury }).ClickAsync();
        await console.Locator("td.first a[href*='sittings']").First.ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = $"{words.Annul}…" }).First.ClickAsync();
        var dialog = console.GetByRole(AriaRole.Alertdialog);
        var annul = dialog.GetByRole(AriaRole.Button, new() { Name = words.Annul, Exact = true });
        await Expect(annul).ToBeDisabledAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = words.Reason }).FillAsync("Erreur de saisie.");
        await desk.PictureAsync("annul-asks");
        await annul.ClickAsync();
        await Expect(console.Locator("td.first").GetByText(words.Deliberating, new() { Exact = true })).ToBeVisibleAsync();
        await desk.PictureAsync("annulled");
    }
}
