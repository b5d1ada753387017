using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>People who have not got the app, or not any more.</summary>
public sealed class ReachTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Who_removed_the_app_is_told_by_mail_is_seen_as_not_reachable_and_gets_it_when_it_is_sent_again()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1));
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        var (juror, id, _) = (await jury.PanelAsync()).First(m => m.Role != "chair");
        house.Tenant.Chats.Install(juror, false);
        var chair = await jury.ChairAsync();
        await jury.ComeAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.open", null)));

        await house.UntilAsync("the mail with a link to the sheet", () => house.Tenant.Mailboxes.Inbox(juror.Mail).Any(m => m.Html.Contains("/sheet/", StringComparison.Ordinal)));
        await house.UntilAsync("the state", async () => (await house.GetAsync(house.Coordinator, jury.Session))["notReachable"].AsArray().Any(p => p!["id"]!.ToString() == id));
        var mails = house.Tenant.Mailboxes.Inbox(juror.Mail).Count;
        Assert.Equal(403, (await house.PostAsync(house.Director, $"{jury.Session}/unreachable/retry")).Status);

        Assert.True((await house.Tenant.Teams.InstallAsync(juror)).IsSuccess);
        (await house.PostAsync(house.Coordinator, $"{jury.Session}/unreachable/retry")).Accepted();
        var candidate = (await jury.ExamsAsync())[0];
        await house.UntilAsync("the sheet", () => jury.Find(juror, "sheet.submit", candidate) is not null);
        await house.UntilAsync("nobody unreachable", async () => (await house.GetAsync(house.Coordinator, jury.Session))["notReachable"].AsArray().Count == 0);
        Assert.Equal(mails, house.Tenant.Mailboxes.Inbox(juror.Mail).Count);
    }

    [Fact]
    public async Task Who_never_installed_the_app_gets_it_where_the_organisation_has_it_in_its_catalogue()
    {
        var tenant = House.Small;
        await using var house = await House.StartAsync(azurite, tenant, new() { ["Graph:TeamsAppId"] = (await AppIdAsync(tenant)).ToString() });
        var jury = await Jury.WithRostersAsync(house);
        var person = house.Organisation.Candidates.First();
        Assert.True((await house.Tenant.Teams.RemoveAsync(person)).IsSuccess);
        await jury.PlanAsync("1", [person]);
        await jury.ConveneAsync();
        await house.UntilAsync("the convocation", () => house.Tenant.Chats.Cards(person).Any(m => m.Card!.Actions.Any(a => a.Url is not null)));
        Assert.True(house.Tenant.Chats.IsInstalled(person));
    }

    // The application id depends on the seed alone.
    private static async Task<Guid> AppIdAsync(global::JuryBot.Sandbox.TenantOptions options)
    {
        await using var other = await global::JuryBot.Sandbox.Tenant.StartAsync(options);
        return other.Organisation.AppId;
    }
}
