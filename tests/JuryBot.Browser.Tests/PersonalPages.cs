using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The pages behind personal links: from the smallest phone to a desk, by day and by night, in both languages, whoever reads them.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class PersonalPages(AzuriteFixture azurite, Chromium chromium)
{
    private static readonly string[] Languages = ["fr", "en"];

    [Fact]
    public async Task A_declaration_is_signed_a_sheet_submitted_the_minutes_acknowledged_and_a_candidate_reads_the_outcome()
    {
        await using var stand = await SheetStand.ConveneAsync(azurite);
        await stand.House.UntilAsync("the convocations", () => stand.Links(stand.Outside, "declaration").Count == 1 && stand.Links(stand.Stranger, "convocation").Count == 1);
        var page = await chromium.Browser.NewPageAsync();
        foreach (var language in Languages)
        {
            await DeclareAsync(page, stand.House, stand.Links(stand.Outside, "declaration")[0], language);
        }

        await stand.OpenAsync();
        await ReadAsync(page, stand.House, stand.Links(stand.Outside, "convocation")[0], "convocation-member");
        await ReadAsync(page, stand.House, stand.Links(stand.Stranger, "convocation")[0], "convocation-candidate");

        var sheets = stand.Links(stand.Outside, "sheet");
        foreach (var (language, sheet) in Languages.Zip(sheets))
        {
            await FillInAsync(page, stand.House, sheet, language, "sheet");
        }

        foreach (var candidate in await stand.Jury.ExamsAsync())
        {
            await stand.DecideAsync(candidate);
        }

        await ReadAsync(page, stand.House, sheets[0], "sheet-locked");
        await stand.House.UntilAsync("the minutes", () => stand.Links(stand.Outside, "minutes").Count == 1);
        await ReadAsync(page, stand.House, stand.Links(stand.Outside, "minutes")[0], "minutes");
        await page.Locator("button[value=acknowledge]").ClickAsync();
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
        await ReadAsync(page, stand.House, stand.Links(stand.Outside, "minutes")[0], "minutes-acknowledged");
        (await stand.Jury.PublishAsync()).Accepted();
        await stand.House.UntilAsync("the outcome", () => stand.Links(stand.Stranger, "outcome").Count == 1);
        await ReadAsync(page, stand.House, stand.Links(stand.Stranger, "outcome")[0], "outcome");
        await ReadAsync(page, stand.House, "sheet/x", "gone");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_sheet_of_a_final_jury_is_saved_reviewed_and_submitted()
    {
        await using var stand = await SheetStand.OpenFinalAsync(azurite);
        var page = await chromium.Browser.NewPageAsync();
        foreach (var (language, sheet) in Languages.Zip(stand.Links(stand.Outside, "sheet")))
        {
            await FillInAsync(page, stand.House, sheet, language, "sheet-final");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_juror_says_when_they_could_sit()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        var page = await chromium.Browser.NewPageAsync();
        await ReadAsync(page, stand.House, link, "availability");
        foreach (var language in Languages)
        {
            var words = Words.In(language);
            await page.GotoAsync($"{stand.House.Address}{link}?lang={language}");
            await page.GetByRole(AriaRole.Radio, new() { Name = words.Yes, Exact = true }).First.CheckAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = words.IfNeedBe }).Last.CheckAsync();
            await NextPage.PressAsync(page, words.SaveAnswers);
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words.AnswersSaved);
            await CheckAsync(page, language, "availability-answered");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_candidate_deposits_and_a_refusal_keeps_what_they_chose()
    {
        await using var stand = await DepositStand.ConveneAsync(azurite);
        await stand.House.UntilAsync("the mail", () => stand.Stand.Links(stand.Stand.Stranger, "deposit").Count == 1);
        var page = await chromium.Browser.NewPageAsync();
        foreach (var (language, button, refused, done) in new[] { ("fr", "Déposer", "« faux.pdf »", "la version 1"), ("en", "Deposit", "“faux.pdf”", "version 2") })
        {
            await page.GotoAsync($"{stand.House.Address}{stand.Stand.Links(stand.Stand.Stranger, "deposit")[0]}?lang={language}");
            await CheckAsync(page, language, "deposit");
            await page.Locator("#files").SetInputFilesAsync([new FilePayload { Name = "faux.pdf", MimeType = "application/pdf", Buffer = "MZ"u8.ToArray() }]);
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(refused);
            Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelector('#files').files.length"));
            await CheckAsync(page, language, "deposit-refused");
            await page.Locator("#files").SetInputFilesAsync([new FilePayload { Name = $"{language}.pdf", MimeType = "application/pdf", Buffer = System.Text.Encoding.ASCII.GetBytes($"%PDF-1.7 {language}") }]);
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync(done);
            await Expect(page.Locator(".notice.good")).ToBeFocusedAsync();
            await CheckAsync(page, language, "deposit-done");
        }

        var led = await stand.Stand.Visitor.PostAsync(stand.Stand.Links(stand.Stand.Outside, "convocation")[0], [new("do", "deposit")]);
        await ReadAsync(page, stand.House, led.Headers["Location"][1..].Split('?')[0], "deposited");
        await page.Context.CloseAsync();
    }

    // A link is chosen, read again and taken back; then it is signed that there is none. Who has signed corrects.
    private static async Task DeclareAsync(IPage page, House house, string link, string language)
    {
        ILocator Button(string value) => page.Locator($"button[value={value}]");
        var (last, signed) = (page.Locator("select").Last, page.Locator(".notice.good"));
        await page.GotoAsync($"{house.Address}{link}?lang={language}");
        if (await Button("correct").IsVisibleAsync())
        {
            await Button("correct").ClickAsync();
        }

        await CheckAsync(page, language, "declaration");
        await last.SelectOptionAsync("accompanied");
        await Button("prepare").ClickAsync();
        await Expect(Button("sign")).ToBeVisibleAsync();
        await CheckAsync(page, language, "declaration-summary");
        await Button("back").ClickAsync();
        await Expect(last).ToHaveValueAsync("accompanied");
        await last.SelectOptionAsync("none");
        await Button("prepare").ClickAsync();
        await Button("sign").ClickAsync();
        await Expect(signed).ToBeVisibleAsync();
        await CheckAsync(page, language, "declaration-signed");
    }

    // Nothing chosen: refused in words. Then a draft, then everything judged, read again and submitted.
    private static async Task FillInAsync(IPage page, House house, string link, string language, string name)
    {
        var words = Words.In(language);
        ILocator Button(string label) => page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });
        await page.GotoAsync($"{house.Address}{link}?lang={language}");
        await CheckAsync(page, language, name);
        await Button(words.ReviewSheet).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(page, language, $"{name}-faults");

        var criteria = await page.GetByRole(AriaRole.Radiogroup).AllAsync();
        await criteria[0].GetByRole(AriaRole.Radio, new() { Name = words.Acquired, Exact = true }).CheckAsync();
        await Button(words.SaveDraft).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words.Draft);
        await Expect(criteria[0].GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        await CheckAsync(page, language, $"{name}-draft");

        foreach (var criterion in criteria.Skip(1))
        {
            await criterion.GetByRole(AriaRole.Radio).First.CheckAsync();
        }

        await criteria[^1].GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        var last = page.Locator("section.criterion").Filter(new() { Has = page.GetByRole(AriaRole.Radiogroup) }).Last;
        await last.GetByRole(AriaRole.Textbox).Last.FillAsync("Budget à reprendre.");
        await Button(words.ReviewSheet).ClickAsync();
        await Expect(page.GetByText("Budget à reprendre.")).ToBeVisibleAsync();
        await CheckAsync(page, language, $"{name}-review");
        await Button(words.Submit).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words.Submitted);
        await CheckAsync(page, language, $"{name}-submitted");
    }

    private static async Task ReadAsync(IPage page, House house, string link, string name)
    {
        foreach (var language in Languages)
        {
            await page.GotoAsync($"{house.Address}{link}?lang={language}");
            await CheckAsync(page, language, name);
        }
    }

    private static async Task CheckAsync(IPage page, string language, string name)
    {
        await Expect(page.Locator($"html[lang={language}]")).ToHaveCountAsync(1);
        Assert.InRange(await page.Locator("script").CountAsync(), 0, 1);
        await Looks.CheckAsync(page, language, $"page-{name}");
    }
}
