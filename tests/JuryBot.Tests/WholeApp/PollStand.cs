using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Identity;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>A session with a candidate whose own calendar is in nobody's way, and the two jurors whose time is unknown.</summary>
internal sealed partial class PollStand(House house, Jury jury) : IAsyncDisposable
{
    public static readonly string[] HalfDays = ["2026-10-12.am", "2026-10-12.pm", "2026-10-13.am", "2026-10-13.pm", "2026-10-14.am", "2026-10-14.pm"];

    public House House => house;

    public Jury Jury => jury;

    public string Session { get; private set; } = "";

    public Person Hidden { get; } = house.Organisation.Jurors.Single(j => j.CalendarIsHidden);

    public Person Outside { get; } = house.Organisation.Jurors.Single(j => !j.HasAccount);

    /// <param name="outsideName">What the juror without an account is called.</param>
    public static async Task<PollStand> StartAsync(AzuriteFixture azurite, Dictionary<string, string?>? settings = null, string? outsideName = null)
    {
        var house = await House.StartAsync(azurite, settings: settings);
        var stand = new PollStand(house, await Jury.WithRostersAsync(house));
        if (outsideName is not null)
        {
            var id = await stand.IdOfAsync(stand.Outside);
            await house.App.Services.GetRequiredService<Store>().ExecuteAsync(Aggregates.People, id, new Command("test.rename", "test"), person => person! with { Name = outsideName });
            await house.App.Services.GetRequiredService<PeopleRegister>().IndexAsync(id);
        }

        stand.Session = $"api/sessions/{Guid.NewGuid():N}";
        var rooms = (await house.GetAsync(house.Coordinator, "api/rooms")).Body.AsArray().Select(r => r!["mail"]!.ToString());
        var candidate = house.Organisation.Candidates.Single(c => !c.HasAccount);
        (await house.PutAsync(house.Coordinator, stand.Session, Jury.Request("1", [stand.Jury.IdOf(candidate)], rooms))).Accepted();
        return stand;
    }

    public async Task<JsonArray> ReadAsync() => (await house.GetAsync(house.Coordinator, $"{Session}/availability")).Accepted()["jurors"].AsArray();

    public async Task<string> IdOfAsync(Person person) =>
        (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().Single(p => p!["mail"]!.ToString() == person.Mail)!["id"]!.ToString();

    public async Task AskAsync(string? key = null)
    {
        var people = (await ReadAsync()).Select(j => (JsonNode)j!["person"]!.ToString()).ToArray();
        (await house.PostAsync(house.Coordinator, $"{Session}/availability/asks", new JsonObject { ["people"] = new JsonArray(people) }, key)).Accepted();
    }

    public async Task<Answer> EnterAsync(Person juror, string half, string said) => await house.PostAsync(
        house.Coordinator, $"{Session}/availability/{await IdOfAsync(juror)}", new JsonObject { ["answers"] = new JsonObject { [half] = said } });

    public async Task<(string? Answers, string? EnteredBy)> AnswersAsync(Person juror)
    {
        var shown = (await ReadAsync()).Single(j => j!["mail"]!.ToString() == juror.Mail)!;
        return (shown["answers"] is { } answers && answers.AsObject().Count > 0 ? answers.ToJsonString() : null, shown["enteredBy"]?.ToString());
    }

    /// <summary>The mails that ask, as HTML, newest first.</summary>
    public IReadOnlyList<string> Mails() => [.. house.Tenant.Mailboxes.Inbox(Outside.Mail).Select(mail => mail.Html).Where(html => Link().IsMatch(html))];

    /// <summary>The cards that can be answered.</summary>
    public IReadOnlyList<CardAction> Cards() => [.. house.Tenant.Chats.Cards(Hidden).Select(message => message.Card!.Action("availability.save")).OfType<CardAction>()];

    public async Task<string> LinkAsync()
    {
        await house.UntilAsync("the mail", () => Mails().Count > 0);
        return Link().Match(Mails()[0]).Groups[1].Value;
    }

    public async Task<(string Message, CardAction Action)> CardAsync()
    {
        await house.UntilAsync("the card", () => Cards().Count > 0);
        var message = house.Tenant.Chats.Cards(Hidden).First(m => m.Card!.Action("availability.save") is not null);
        return (message.Id, message.Card!.Action("availability.save")!);
    }

    public async Task<DeliveryAnswer> PressAsync(Dictionary<string, string> values)
    {
        var (message, action) = await CardAsync();
        return await house.Tenant.Teams.PressAsync(Hidden, message, action, values);
    }

    public Task<Answer> SendAsync(HttpMethod method, string link, Dictionary<string, string>? form = null) =>
        house.SendAsync(null, method, link, method == HttpMethod.Get ? null : new FormUrlEncodedContent(form!));

    /// <summary>The session once its planning has come to an end.</summary>
    public async Task<Answer> PlanAsync()
    {
        (await house.PostAsync(house.Coordinator, $"{Session}/plan")).Accepted();
        await house.UntilAsync("the plan", async () => (await house.GetAsync(house.Coordinator, Session))["state"].ToString() != "planning");
        return await house.GetAsync(house.Coordinator, Session);
    }

    /// <summary>When the one sitting begins, in Paris.</summary>
    public async Task<string> PlannedAtAsync()
    {
        var start = DateTimeOffset.Parse((await PlanAsync())["plan"]["sittings"]!.AsArray().Single()!["start"]!.ToString(), CultureInfo.InvariantCulture);
        return start.ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>No professional whose calendar can be read is free.</summary>
    public async Task HoldEverybodyElseAsync()
    {
        var reservations = house.App.Services.GetRequiredService<Reservations>();
        foreach (var other in house.Organisation.Jurors.Where(j => j != Hidden && j != Outside))
        {
            await reservations.PutAsync(await IdOfAsync(other), At(11, 0), At(16, 0), "elsewhere");
        }
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private static DateTimeOffset At(int day, int hour) => new(2026, 10, day, hour, 0, 0, TimeSpan.Zero);

    [GeneratedRegex("href=\"[^\"]*/(availability/[^\"]+)\"")]
    private static partial Regex Link();
}
