using Deque.AxeCore.Playwright;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The connection goes at the moment of saving: before JuryBot heard, or before its answer came.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class LostConnection(AzuriteFixture azurite, Chromium chromium)
{
    [Fact]
    public async Task A_session_stays_typed_its_loss_is_said_and_it_is_made_once()
    {
        await using var house = await House.StartAsync(azurite);
        await Jury.WithRostersAsync(house);
        foreach (var (language, silence, title) in new[] { ("fr", "JuryBot ne répond pas", "Jury intermédiaire, bloc 1"), ("en", "JuryBot does not answer", "Intermediate jury, block 1") })
        {
            var words = Words.In(language);
            var before = await SessionsAsync(house);
            var page = await SignedIn.OpenAsync(chromium, house, house.Coordinator, "/sessions/new", language);
            await SessionEntry.FillInAsync(page, words, house.Organisation.Candidates.First().LastName);
            var (save, said) = (SignedIn.Button(page, words.CreateSession), page.GetByRole(AriaRole.Alert).Filter(new() { HasText = silence }));

            await LoseAsync(page, "**/api/sessions/*", save, applied: false);
            await Expect(said).ToBeVisibleAsync();
            await SessionEntry.ExpectAsync(page, words, house.Organisation.Candidates.First().LastName);
            Assert.Equal(before, await SessionsAsync(house));
            Assert.Empty((await page.RunAxe()).Violations);
            await Chromium.KeepAsync(page, language, "lost-session", whole: true);

            // The browser itself knows that there is no network.
            await page.Context.SetOfflineAsync(true);
            await save.ClickAsync();
            await Expect(save).ToBeEnabledAsync();
            await Expect(said).ToBeVisibleAsync();
            await page.Context.SetOfflineAsync(false);
            Assert.Equal(before, await SessionsAsync(house));

            await LoseAsync(page, "**/api/sessions/*", save, applied: true);
            await Expect(said).ToBeVisibleAsync();
            await SessionEntry.ExpectAsync(page, words, house.Organisation.Candidates.First().LastName);
            await save.ClickAsync();
            await Expect(SignedIn.Title(page)).ToContainTextAsync(title);
            Assert.Equal(before + 1, await SessionsAsync(house));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_jurors_sheet_stays_typed_its_loss_is_said_and_it_is_saved_and_submitted_once()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        foreach (var (language, link, silence) in new[] { ("fr", 0, "JuryBot ne répond pas"), ("en", 1, "JuryBot does not answer") })
        {
            var words = Words.In(language);
            var page = await OnPhoneAsync(stand.House, stand.Links(stand.Outside, "sheet")[link], language);
            var (save, said, remark) = (SignedIn.Button(page, words.SaveDraft), page.GetByRole(AriaRole.Alert).Filter(new() { HasText = silence }), page.Locator("#overall"));
            var first = page.GetByRole(AriaRole.Radiogroup).First.GetByRole(AriaRole.Radio).First;
            var before = await ActsAsync(stand.House, Sheets);
            await first.CheckAsync();
            await remark.FillAsync("Budget à reprendre.\nSinon clair.");

            await LoseAsync(page, "**/sheet/*", save, applied: false);
            await Expect(said).ToBeVisibleAsync();
            await Expect(remark).ToHaveValueAsync("Budget à reprendre.\nSinon clair.");
            await Expect(first).ToBeCheckedAsync();
            Assert.Empty((await page.RunAxe()).Violations);
            await Chromium.KeepAsync(page, language, "lost-sheet");
            Assert.Equal(before, await ActsAsync(stand.House, Sheets));

            await LoseAsync(page, "**/sheet/*", save, applied: true);
            await Expect(said).ToBeVisibleAsync();
            Assert.Equal(before + 1, await ActsAsync(stand.House, Sheets));
            await save.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words.Draft);
            await Expect(remark).ToHaveValueAsync("Budget à reprendre.\nSinon clair.");
            Assert.Equal(before + 1, await ActsAsync(stand.House, Sheets));

            // What is typed is not left unasked; going back from reading it again finds it.
            foreach (var criterion in await page.GetByRole(AriaRole.Radiogroup).AllAsync())
            {
                await criterion.GetByRole(AriaRole.Radio).First.CheckAsync();
            }

            await Asking.StaysAsync(page, "location.reload()");
            await LoseAsync(page, "**/sheet/*", SignedIn.Button(page, words.ReviewSheet), applied: false);
            await Expect(said).ToBeVisibleAsync();
            await SignedIn.Button(page, words.ReviewSheet).ClickAsync();
            await Expect(SignedIn.Button(page, words.Submit)).ToBeVisibleAsync();
            await page.GoBackAsync();
            await Expect(remark).ToHaveValueAsync("Budget à reprendre.\nSinon clair.");
            await Expect(page.GetByRole(AriaRole.Radiogroup).Last.GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
            await SignedIn.Button(page, words.ReviewSheet).ClickAsync();

            await LoseAsync(page, "**/sheet/*", SignedIn.Button(page, words.Submit), applied: true);
            await Expect(said).ToBeVisibleAsync();
            await Chromium.KeepAsync(page, language, "lost-submission");
            await SignedIn.Button(page, words.Submit).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words.Submitted);
            Assert.Equal(before + 2, await ActsAsync(stand.House, Sheets));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_jurors_availability_stays_chosen_its_loss_is_said_and_it_is_kept_once()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        foreach (var (language, silence, choice) in new[] { ("fr", "JuryBot ne répond pas", "Oui"), ("en", "JuryBot does not answer", "No") })
        {
            var words = Words.In(language);
            var page = await OnPhoneAsync(stand.House, link, language);
            var (save, said) = (SignedIn.Button(page, words.SaveAnswers), page.GetByRole(AriaRole.Alert).Filter(new() { HasText = silence }));
            var first = page.GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true }).First;
            var before = await ActsAsync(stand.House, "availability.answer");
            await first.CheckAsync();
            await Asking.StaysAsync(page, "location.reload()");
            foreach (var applied in new[] { false, true })
            {
                await LoseAsync(page, "**/availability/*", save, applied);
                await Expect(said).ToBeVisibleAsync();
                await Expect(first).ToBeCheckedAsync();
                Assert.Equal(before + (applied ? 1 : 0), await ActsAsync(stand.House, "availability.answer"));
            }

            Assert.Empty((await page.RunAxe()).Violations);
            await Chromium.KeepAsync(page, language, "lost-availability");
            await save.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words.AnswersSaved);
            Assert.Equal(before + 1, await ActsAsync(stand.House, "availability.answer"));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_declaration_is_signed_once_and_a_convocation_leads_on_when_the_connection_is_back()
    {
        await using var stand = await DepositStand.ConveneAsync(azurite);
        var (declaration, convocation) = (stand.Stand.Links(stand.Stand.Outside, "declaration")[0], stand.Stand.Links(stand.Stand.Stranger, "convocation")[0]);
        var page = await OnPhoneAsync(stand.House, declaration, "fr");
        var said = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "JuryBot ne répond pas" });
        var (link, prepare, sign) = (page.Locator("select").First, SignedIn.Button(page, "Relire avant de signer"), SignedIn.Button(page, "Je signe ma déclaration"));
        await link.SelectOptionAsync("family");
        await LoseAsync(page, "**/declaration/*", prepare, applied: false);
        await Expect(said).ToBeVisibleAsync();
        await Expect(link).ToHaveValueAsync("family");
        await prepare.ClickAsync();
        await page.Locator("textarea").FillAsync("Ma sœur.");
        await LoseAsync(page, "**/declaration/*", sign, applied: true);
        await Expect(said).ToBeVisibleAsync();
        await Expect(page.Locator("textarea")).ToHaveValueAsync("Ma sœur.");
        Assert.Empty((await page.RunAxe()).Violations);
        await Chromium.KeepAsync(page, "fr", "lost-declaration");
        await sign.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Signé par");
        Assert.Equal(1, await ActsAsync(stand.House, "declaration.sign"));
        await page.Context.CloseAsync();

        page = await OnPhoneAsync(stand.House, convocation, "fr");
        said = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "JuryBot ne répond pas" });
        var deposit = page.Locator("button[value=deposit]");
        await LoseAsync(page, "**/convocation/*", deposit, applied: false);
        await Expect(said).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        await Chromium.KeepAsync(page, "fr", "lost-convocation");
        await deposit.ClickAsync();
        await Expect(page.Locator("#files")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OnPhoneAsync(House house, string link, string language)
    {
        var page = await chromium.Browser.NewPageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, ColorScheme = ColorScheme.Light });
        await page.GotoAsync($"{house.Address}{link}?lang={language}");
        return page;
    }

    /// <summary>Presses, and the next request to such an address gets no answer.</summary>
    /// <param name="applied">Whether JuryBot has done what it asked by then.</param>
    private static async Task LoseAsync(IPage page, string address, ILocator button, bool applied)
    {
        var lost = new TaskCompletionSource();
        await page.RouteAsync(
            address,
            async route =>
            {
                if (applied)
                {
                    Assert.InRange((await route.FetchAsync(new() { MaxRedirects = 0 })).Status, 200, 303);
                }

                await route.AbortAsync("internetdisconnected");
                lost.SetResult();
            },
            new() { Times = 1 });
        await button.ClickAsync();
        await lost.Task;
    }

    private static readonly string[] Sheets = ["sheet.save", "sheet.submit"];

    private static async Task<int> SessionsAsync(House house) => (await house.GetAsync(house.Coordinator, "api/sessions")).Accepted().Body.AsArray().Count;

    // Lines of the ledger with one of these verbs; the page that shows it waits until the sitting is closed.
    private static async Task<int> ActsAsync(House house, params string[] verbs) =>
        (await house.RowsAsync()).Count(row => verbs.Any(verb => row.Row.Contains($"\"{verb}\"", StringComparison.Ordinal)));
}
