using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Core.Pipeline;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Sandbox.Season;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>A sitting with a member without an account, who took a seat before it opened, and a candidate without one.</summary>
internal sealed partial class SheetStand(House house, Jury jury) : IAsyncDisposable
{
    public House House => house;

    public Jury Jury => jury;

    public Visitor Visitor { get; } = new(house);

    /// <summary>The member without an account.</summary>
    public Person Outside { get; } = house.Organisation.Jurors.Single(j => !j.HasAccount);

    public Person Stranger { get; } = house.Organisation.Candidates.Single(c => !c.HasAccount);

    public string OutsideId { get; private set; } = "";

    /// <summary>Convened, with the member in their seat.</summary>
    /// <param name="outsideName">What the member is called.</param>
    /// <param name="everybody">Whether every candidate is convened, instead of two.</param>
    public static async Task<SheetStand> ConveneAsync(AzuriteFixture azurite, Dictionary<string, string?>? settings = null, string? outsideName = null, string? candidateName = null, bool everybody = false, HttpPipelineTransport? storage = null)
    {
        var house = await House.StartAsync(azurite, settings: settings, storage: storage);
        var stand = new SheetStand(house, await Jury.WithRostersAsync(house));
        stand.OutsideId = await stand.IdOfAsync(stand.Outside);
        await stand.RenameAsync(stand.OutsideId, outsideName);
        await stand.RenameAsync(stand.Jury.IdOf(stand.Stranger), candidateName);
        await stand.Jury.PlanAsync("1", everybody ? house.Organisation.Candidates : [house.Organisation.Candidates.First(), stand.Stranger]);
        await stand.Jury.ConveneAsync();
        var seat = (await stand.Jury.PanelAsync()).First(m => m.Role == "professional");
        (await house.PostAsync(house.Coordinator, $"api/sittings/{stand.Jury.Sitting}/replacements", new JsonObject { ["declined"] = seat.Id, ["substitute"] = stand.OutsideId })).Accepted();
        return stand;
    }

    /// <summary>Open: the member has their sheets by mail.</summary>
    public static async Task<SheetStand> OpenAsync(AzuriteFixture azurite, Dictionary<string, string?>? settings = null, string? outsideName = null, string? candidateName = null, HttpPipelineTransport? storage = null)
    {
        var stand = await ConveneAsync(azurite, settings, outsideName, candidateName, storage: storage);
        await stand.OpenAsync();
        return stand;
    }

    /// <summary>A final jury that is open: the member has the trainer's seat.</summary>
    public static async Task<SheetStand> OpenFinalAsync(AzuriteFixture azurite)
    {
        var house = await House.StartAsync(azurite);
        var stand = new SheetStand(house, await Jury.WithRostersAsync(house));
        stand.OutsideId = await stand.IdOfAsync(stand.Outside);
        await stand.Jury.PlanAsync(null, house.Organisation.Candidates.Take(2));
        await stand.Jury.ConveneAsync();
        await stand.ChangeAsync(sitting => sitting with
        {
            Panel = sitting.Panel.ConvertAll(m => m.Role == "trainer" ? m with { Person = stand.OutsideId, Name = stand.Outside.Name, Mail = stand.Outside.Mail } : m),
        });
        await stand.OpenAsync();
        return stand;
    }

    public async Task OpenAsync()
    {
        await jury.ComeAsync();
        var chair = await jury.ChairAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.open", null)));
        await house.UntilAsync("the sheets by mail", () => Links(Outside, "sheet").Count > 0);
    }

    /// <summary>Every sheet is in, every candidate decided: the sitting is closed.</summary>
    public async Task CloseAsync()
    {
        foreach (var (candidate, link) in (await jury.ExamsAsync()).Zip(Links(Outside, "sheet")))
        {
            Assert.Equal(303, (await Visitor.PostAsync(link, await GoodAsync(link, "submit"))).Status);
            await DecideAsync(candidate);
        }
    }

    /// <summary>The members with an account hand in their sheets, and the chair decides.</summary>
    public async Task DecideAsync(string candidate)
    {
        foreach (var (member, _, _) in (await jury.PanelAsync()).Where(m => m.Id != OutsideId))
        {
            await jury.SubmitAsync(member, candidate);
        }

        await jury.DecideAsync(candidate);
    }

    /// <summary>The links of a person's newest mail that has any for this purpose.</summary>
    public IReadOnlyList<string> Links(Person person, string purpose) => [.. house.Tenant.Mailboxes.Inbox(person.Mail)
        .Select(mail => Link().Matches(mail.Html).Select(m => m.Groups[1].Value).Where(link => link.StartsWith($"{purpose}/", StringComparison.Ordinal)).ToList())
        .FirstOrDefault(links => links.Count > 0) ?? []];

    public int Mails(Person person, string purpose) => house.Tenant.Mailboxes.Inbox(person.Mail).Count(mail => mail.Html.Contains($"/{purpose}/", StringComparison.Ordinal));

    /// <summary>The form as the page shows it, with every criterion acquired.</summary>
    public async Task<Dictionary<string, string>> GoodAsync(string link, string action)
    {
        var page = await Visitor.GetAsync(link);
        var form = PersonalPage.Fields(page.Html).Where(f => f.StartsWith("j.", StringComparison.Ordinal)).ToDictionary(f => f, _ => "acquired");
        form["do"] = action;
        form["seen"] = Seen(page);
        return form;
    }

    public static string Seen(Visitor.Page page) => SeenField().Match(page.Html).Groups[1].Value;

    public async Task<string> IdOfAsync(Person person) =>
        (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().Single(p => p!["mail"]!.ToString() == person.Mail)!["id"]!.ToString();

    public async Task ChangeAsync(Func<Sitting, Sitting> change) =>
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(Aggregates.Sittings, jury.Sitting, new Command("test", "test"), sitting => Decision<Sitting>.Accept(change(sitting!)));

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await house.DisposeAsync();
    }

    private async Task RenameAsync(string person, string? name)
    {
        if (name is not null)
        {
            var store = house.App.Services.GetRequiredService<Store>();
            await store.ExecuteAsync(Aggregates.People, person, new Command("test.rename", "test"), known => known! with { Name = name });
            await store.ExecuteAsync(Aggregates.Candidates, person, new Command("test.rename", "test"), known => known is null ? new Refusal("UnknownExam") : known with { Identity = known.Identity with { FirstName = name } });
            await house.App.Services.GetRequiredService<PeopleRegister>().IndexAsync(person);
        }
    }

    [GeneratedRegex("href=\"[^\"]*/((?:sheet|convocation|outcome|minutes|declaration|deposit)/[^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"seen\" value=\"(\\d+)\"")]
    private static partial Regex SeenField();
}
