using Deque.AxeCore.Playwright;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>Something else than a number in a field for one.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class NumberFields(AzuriteFixture azurite, Chromium chromium)
{
    [Fact]
    public async Task Letters_stay_to_be_read_the_field_says_what_it_wants_and_nothing_is_sent()
    {
        await using var house = await House.StartAsync(azurite);
        await Jury.WithRostersAsync(house);
        foreach (var (language, label, wants) in new[] { ("fr", "Minutes par passage", "Minutes par passage : un nombre entier, de 10 à 240."), ("en", "Minutes per exam", "Minutes per exam: a whole number from 10 to 240.") })
        {
            var words = Words.In(language);
            var page = await SignedIn.OpenAsync(chromium, house, house.Coordinator, "/sessions/new", language);
            await SessionEntry.FillInAsync(page, words, house.Organisation.Candidates.First().LastName);
            var (minutes, sent) = (page.GetByRole(AriaRole.Spinbutton, new() { Name = label }), 0);
            page.Request += (_, request) => sent += request.Method == "PUT" ? 1 : 0;
            foreach (var wrong in new[] { "trente", "12abc", "30.5", "" })
            {
                await minutes.FillAsync(wrong);
                await minutes.BlurAsync();
                await Expect(minutes).ToHaveValueAsync(wrong);
                await Expect(minutes).ToHaveAttributeAsync("aria-invalid", "true");
                await Expect(page.GetByText(wants).First).ToBeVisibleAsync();
                await SignedIn.Button(page, words.CreateSession).ClickAsync();
                await Expect(minutes).ToBeFocusedAsync();
                // Once saving was tried, below the form too.
                await Expect(page.GetByText(wants)).ToHaveCountAsync(2);
                Assert.Empty((await page.RunAxe()).Violations);
                if (wrong == "trente")
                {
                    await Chromium.KeepAsync(page, language, "number-field", whole: true);
                }

                await minutes.FillAsync("30");
                await minutes.BlurAsync();
                await Expect(page.GetByText(wants)).ToHaveCountAsync(0);
            }

            Assert.Equal(0, sent);
            await SignedIn.Button(page, words.CreateSession).ClickAsync();
            await Expect(SignedIn.Title(page)).ToContainTextAsync("1");
            Assert.Equal(1, sent);
            await page.Context.CloseAsync();
        }
    }
}
