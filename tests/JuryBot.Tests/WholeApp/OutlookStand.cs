using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Teams.Cards;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>A convened jury whose people do in Outlook what they like.</summary>
internal sealed class OutlookStand(House house, Jury jury) : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public House House => house;

    public Jury Jury => jury;

    public Person Candidate => house.Organisation.Candidates.First();

    /// <summary>The jury's event, as its organiser has it; <c>null</c> when it is gone.</summary>
    public CalendarItem? Event => house.Tenant.Calendars.All(house.JuryMailbox).SingleOrDefault(e => e.IsOrganizer && e.Properties.ContainsValue(jury.Sitting) && e.Attendees.Exists(a => a.Type == "resource"));

    /// <summary>The candidate's event, as its organiser has it.</summary>
    public CalendarItem? Theirs => house.Tenant.Calendars.All(house.JuryMailbox).SingleOrDefault(e => e.IsOrganizer && e.ByJuryBot && e.Attendees.Exists(a => a.Address == Candidate.Mail));

    public static async Task<OutlookStand> StartAsync(AzuriteFixture azurite, Dictionary<string, string?>? settings = null, int subscriptions = 1, int day = 12)
    {
        var house = await House.StartAsync(azurite, settings: settings);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1), day);
        await jury.ConveneAsync();
        var stand = new OutlookStand(house, jury);
        await house.UntilAsync("the candidate's event and the subscription", () => stand.Theirs is not null && house.Tenant.Subscriptions.All.Count == subscriptions);
        await house.SettleAsync();
        return stand;
    }

    public async Task<(DateTimeOffset Start, DateTimeOffset End)> PlannedAsync() => await jury.ReadAsync() is var sitting ? (At(sitting["start"]), At(sitting["end"])) : default;

    public async Task<JsonArray> DisplacedAsync() => (await jury.ReadAsync())["displaced"].AsArray();

    /// <summary>Waits, without moving the clock, until the coordinator's chat has it.</summary>
    public Task ToldAsync(Func<ChatMessage, bool> told) =>
        house.Tenant.Feed.WaitForAsync(() => house.Tenant.Chats.Cards(house.Coordinator).Any(told), Patience);

    public static Func<ChatMessage, bool> Says(string words) => message => message.Card!.Texts.Any(text => text.Contains(words, StringComparison.Ordinal));

    /// <summary>Somebody's name as a card has it.</summary>
    public static string Named(Person person) => Markdown.Escape(person.Name);

    public int Told(string words) => house.Tenant.Chats.Cards(house.Coordinator).Count(Says(words));

    /// <summary>Everybody, and the room, has nothing else to do then.</summary>
    public async Task FreeAsync(DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var mail in (await jury.PanelAsync()).Select(m => m.Person.Mail).Append(Candidate.Mail).Append(Event!.LocationMail!))
        {
            house.Tenant.Calendars.View(mail, from, to).Where(item => !item.ByJuryBot).ToList().ForEach(house.Tenant.Calendars.Remove);
        }
    }

    public void Absent(Person person, DateTimeOffset from, DateTimeOffset to) => house.Tenant.Calendars.Create(new CalendarItem
    {
        Id = CalendarBook.NewId(), ICalUId = CalendarBook.NewId(), Owner = person.Mail, Organizer = person.Mail, Subject = "Absence", Start = from, End = to, ShowAs = "oof",
    });

    public async Task<string> ResponseAsync(Person member) => (await jury.ReadAsync())["panel"].AsArray().Single(m => m!["mail"]!.ToString() == member.Mail)!["response"]!.ToString();

    public Store Store => house.App.Services.GetRequiredService<Store>();

    public static DateTimeOffset At(JsonNode? moment) => DateTimeOffset.Parse(moment!.ToString(), CultureInfo.InvariantCulture).ToUniversalTime();

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
