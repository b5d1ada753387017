using System.Net;
using System.Text.Json.Nodes;
using JuryBot.Tests.Azurite;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>What the Outlook pane reads for who sits on a jury, and for who got a mail.</summary>
public sealed class SeatTests(AzuriteFixture azurite)
{
    private const string Secret = "Ce que je pense, 4f1c";

    [Fact]
    public async Task A_member_reads_their_seat_and_their_own_sheets_by_the_events_link_and_nobody_else_does()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var panel = await jury.PanelAsync();
        var (author, other) = (panel[0].Person, panel[1].Person);
        var candidate = (await jury.ExamsAsync())[0];
        var seat = $"api/sittings/{jury.Sitting}/seat";

        // The link stands in the event's text: the jury's for each member, the candidate's for themself, both for the organiser.
        var link = new Uri(house.Address, $"app/#/sittings/{jury.Sitting}").ToString();
        foreach (var (mail, events) in new[] { (author.Mail, 1), (house.Organisation.Candidates.First().Mail, 1), (house.Coordinator.Mail, 2) })
        {
            Assert.Equal(events, house.Tenant.Calendars.All(mail).Count(item => WebUtility.HtmlDecode(item.BodyHtml).Contains($"href=\"{link}\"", StringComparison.Ordinal)));
        }

        Assert.Null((await house.GetAsync(author, seat)).Accepted()["exams"]![0]!["sheet"]);
        var form = jury.Good(author, candidate);
        var criterion = form.Keys.First()[2..];
        await jury.SubmitAsync(author, candidate, new(form) { [$"j.{criterion}"] = "partly", [$"t.{criterion}"] = Secret });

        var own = (await house.GetAsync(author, seat)).Accepted();
        Assert.Equal((await jury.ReadAsync())["panel"]!.AsArray().Single(m => m!["person"]!.ToString() == panel[0].Id)!["roleName"]!.ToString(), own["role"].ToString());
        var mine = own["exams"]!.AsArray().Single(e => e!["candidate"]!.ToString() == candidate)!;
        Assert.Equal((true, "submitted"), ((bool)mine["judges"]!, mine["sheet"]!["state"]!.ToString()));
        var mark = mine["sheet"]!["marks"]!.AsArray().Single(m => m!["criterion"]!.ToString() == criterion)!;
        Assert.Equal((Secret, "partly"), (mark["comment"]!.ToString(), mark["judgment"]!.ToString()));

        var others = (await house.GetAsync(other, seat)).Accepted();
        Assert.DoesNotContain(Secret, others.Text, StringComparison.Ordinal);
        Assert.All(others["exams"]!.AsArray(), exam => Assert.Null(exam!["sheet"]));
        foreach (var nobody in new[] { await jury.StrangerAsync(), house.Organisation.Candidates.First(), house.Coordinator, house.Director })
        {
            Assert.Equal(403, (await house.GetAsync(nobody, seat)).Status);
        }

        Assert.Equal(401, (await house.GetAsync(null, seat)).Status);
    }

    [Fact]
    public async Task A_candidate_who_follows_the_link_reads_their_own_convocation_and_nobody_elses()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var (candidate, other) = (house.Organisation.Candidates.First(), house.Organisation.Candidates.ElementAt(1));
        await jury.PlanAsync("1", [candidate, other]);
        await jury.ConveneAsync();
        var convocation = $"api/sittings/{jury.Sitting}/convocation";

        var exam = (await jury.ReadAsync())["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == jury.IdOf(candidate))!;
        var own = (await house.GetAsync(candidate, convocation)).Accepted();
        Assert.Equal((exam["start"]!.ToString(), exam["end"]!.ToString(), (await jury.ReadAsync())["roomName"].ToString()), (own["start"].ToString(), own["end"].ToString(), own["place"].ToString()));
        Assert.Null(own.Body["withdrawn"]);
        var names = house.Organisation.Jurors.Append(other).Select(person => person.LastName).Where(name => name != candidate.LastName);
        Assert.All(names, name => Assert.DoesNotContain(name, own.Text, StringComparison.Ordinal));
        foreach (var nobody in new[] { (await jury.PanelAsync())[0].Person, house.Coordinator, house.Director })
        {
            Assert.Equal(403, (await house.GetAsync(nobody, convocation)).Status);
        }

        Assert.Equal(401, (await house.GetAsync(null, convocation)).Status);
        Assert.Equal(403, (await house.GetAsync(candidate, "api/sittings/none/convocation")).Status);

        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/exams/{jury.IdOf(candidate)}/postponement", new JsonObject { ["reason"] = "Malade" })).Accepted();
        Assert.NotNull((await house.GetAsync(candidate, convocation)).Accepted().Body["withdrawn"]);
    }

    [Fact]
    public async Task The_offices_find_somebody_by_the_address_of_a_mail()
    {
        await using var house = await House.StartAsync(azurite);
        await Jury.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.First();
        var found = (await FindAsync(house.Coordinator, candidate.Mail.ToUpperInvariant())).Accepted();
        Assert.Equal((candidate.Mail, "candidate"), (found["mail"].ToString(), Assert.Single(found["roles"].AsArray())!.ToString()));
        Assert.Equal(
            (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().Single(p => p!["mail"]!.ToString() == candidate.Mail)!.ToJsonString(),
            found.Body.ToJsonString());
        Assert.Equal(404, (await FindAsync(house.Coordinator, "nobody@example.org")).Status);
        Assert.Equal(404, (await FindAsync(house.Coordinator, "")).Status);
        Assert.Equal(403, (await FindAsync(house.Organisation.Jurors.First(), candidate.Mail)).Status);

        Task<Answer> FindAsync(Person who, string mail) => house.PostAsync(who, "api/people/find", new JsonObject { ["mail"] = mail });
    }

    [Fact]
    public async Task The_offices_read_which_sittings_to_come_hold_somebody_and_what_they_answered()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", [house.Organisation.Candidates.First()]);
        await jury.ConveneAsync();
        var (declined, id, _) = (await jury.PanelAsync())[0];
        Assert.True(house.Tenant.Calendars.Respond(declined.Mail, jury.Invitation(declined)!, "declined"));
        await jury.RefreshAsync();
        await house.UntilAsync("their time is held", async () => (await ReadAsync(house.Director, id)).Body.AsArray().Count > 0);
        var held = Assert.Single((await ReadAsync(house.Director, id)).Accepted().Body.AsArray())!;
        Assert.Equal((jury.Sitting, "declined", "1"), (held["id"]!.ToString(), held["response"]!.ToString(), held["block"]!.ToString()));
        await house.UntilAsync("the candidate's, too", async () => (await ReadAsync(house.Coordinator, jury.IdOf(house.Organisation.Candidates.First()))).Body.AsArray().Count > 0);
        Assert.Equal(jury.Sitting, Assert.Single((await ReadAsync(house.Coordinator, jury.IdOf(house.Organisation.Candidates.First()))).Accepted().Body.AsArray())!["id"]!.ToString());
        Assert.Empty((await ReadAsync(house.Coordinator, jury.IdOf(house.Organisation.Candidates.Last()))).Accepted().Body.AsArray());
        Assert.Equal(404, (await ReadAsync(house.Coordinator, "a%2Fb")).Status);
        Assert.Equal(403, (await ReadAsync(declined, id)).Status);

        Task<Answer> ReadAsync(Person who, string person) => house.GetAsync(who, $"api/people/{person}/sittings");
    }
}
