using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>An exam in a Teams meeting: one for the jury, whose address its candidates are told.</summary>
public sealed class RemoteTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_remote_sitting_has_one_meeting_and_everybody_is_told_where_to_join()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = new Jury(house, await Jury.WithRostersAsync(house)) { Remote = true };
        var candidate = house.Organisation.Candidates.First(c => c.HasAccount);
        var stranger = house.Organisation.Candidates.Single(c => !c.HasAccount);
        await jury.PlanAsync("1", [candidate, stranger]);
        await jury.ConveneAsync();
        var source = house.Tenant.Calendars.All(house.JuryMailbox).Single(item => item.IsOrganizer && item.Attendees.Exists(a => a.Type == "resource"));
        Assert.True(source.IsOnlineMeeting);
        var join = $"meet/{source.ICalUId}";
        await house.UntilAsync("the candidate's convocation", () => house.Tenant.Chats.Cards(candidate).Any(m => m.Card!.Json.ToJsonString().Contains(join, StringComparison.Ordinal)));
        await house.UntilAsync("the candidates' events", () => Events(candidate).Count == 1 && Events(stranger).Count == 1);
        Assert.All([.. Events(candidate), .. Events(stranger)], item => Assert.False(item.IsOnlineMeeting));
        Assert.Contains(join, Events(stranger)[0].BodyHtml, StringComparison.Ordinal);
        var card = house.Tenant.Chats.Cards(candidate)[0].Card!.Json.ToJsonString();
        Assert.DoesNotContain(source.Location!, card, StringComparison.Ordinal);
        Assert.True((await jury.ReadAsync())["remote"].GetValue<bool>());
        await house.Tenant.Teams.SayAsync(candidate, "mon jury");
        Assert.Contains(join, house.Tenant.Chats.Cards(candidate)[0].Card!.Json.ToJsonString(), StringComparison.Ordinal);

        List<JuryBot.Sandbox.Calendars.CalendarItem> Events(JuryBot.Sandbox.People.Person person) => [.. house.Tenant.Calendars.All(person.Mail).Where(item => !item.IsOrganizer && !item.IsCancelled)];
    }
}
