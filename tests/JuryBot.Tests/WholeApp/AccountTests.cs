using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>An account is one person, and its app roles only seed what the person may do.</summary>
public sealed class AccountTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_director_who_is_already_a_juror_gets_in_and_what_was_taken_away_stays_away()
    {
        await using var house = await House.StartAsync(azurite);
        (await ImportAsync(house, house.Director)).Accepted();

        var me = (await house.GetAsync(house.Director, "api/me")).Accepted();
        Assert.Equal(["director", "juror"], Roles(me));
        Assert.Equal(404, (await house.PostAsync(house.Director, "api/sessions/none/presidents", new JsonObject { ["people"] = new JsonArray() })).Status);

        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.People, me["person"].ToString(), new Command("test.dismiss", "test"), person => person! with { Roles = person.Roles.Remove(PersonRole.Director) });
        Assert.Equal(["juror"], Roles((await house.GetAsync(house.Director, "api/me")).Accepted()));
    }

    [Fact]
    public async Task Somebody_who_signed_in_under_another_name_than_their_address_stays_one_person_in_a_roster()
    {
        await using var house = await House.StartAsync(azurite);
        var director = house.Organisation.Jurors.First();
        var token = house.Tenant.Tokens.Entra.Mint(house.Tenant.Tokens.ApiAudience, new JsonObject
        {
            ["oid"] = director.Id, ["tid"] = house.Organisation.TenantId.ToString(), ["name"] = director.Name, ["preferred_username"] = "direction@metiers-culture.example",
            ["roles"] = new JsonArray("Director"), ["ver"] = "2.0", ["scp"] = "access_as_user",
        });
        var before = (await house.SendAsync(token, HttpMethod.Get, "api/me")).Accepted()["person"].ToString();

        Assert.Equal(1, (await ImportAsync(house, director)).Accepted()["changed"].GetValue<int>());

        var me = (await house.SendAsync(token, HttpMethod.Get, "api/me")).Accepted();
        Assert.Equal(before, me["person"].ToString());
        Assert.Equal(director.Mail, me["mail"].ToString());
        Assert.Equal(["director", "juror"], Roles(me));
    }

    [Fact]
    public async Task An_address_that_passed_to_another_account_gives_nothing_of_its_first_holder_away()
    {
        await using var house = await House.StartAsync(azurite);
        var juror = house.Organisation.Jurors.First();
        (await ImportAsync(house, juror)).Accepted();
        var rows = await house.SnapshotAsync();
        var newcomer = house.Tenant.Tokens.Entra.Mint(house.Tenant.Tokens.ApiAudience, new JsonObject
        {
            ["oid"] = Guid.NewGuid().ToString(), ["tid"] = house.Organisation.TenantId.ToString(), ["name"] = "Quelqu'un d'autre", ["preferred_username"] = juror.Mail,
            ["roles"] = new JsonArray("Coordinator"), ["ver"] = "2.0", ["scp"] = "access_as_user",
        });
        Assert.Equal(403, (await house.SendAsync(newcomer, HttpMethod.Get, "api/me")).Status);
        Assert.Equal(rows, await house.SnapshotAsync());
    }

    [Fact]
    public async Task An_account_is_found_by_its_address_and_by_its_sign_in_name_and_has_one_row()
    {
        await using var house = await House.StartAsync(azurite);
        var juror = house.Organisation.Jurors.First(j => j.UserPrincipalName != j.Mail);
        var twice = await ImportAsync(house, juror, juror with { Mail = juror.UserPrincipalName });
        Assert.Equal(422, twice.Status);
        Assert.Equal("3 AccountTwice", string.Join(", ", twice["errors"].AsArray().Select(e => $"{e!["row"]} {e["rule"]}")));

        (await ImportAsync(house, juror)).Accepted();
        await house.UntilAsync("the juror with an account", async () => (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray()
            .Any(p => p!["mail"]!.ToString() == juror.Mail && p["hasAccount"]!.GetValue<bool>()));
    }

    private static Task<Answer> ImportAsync(House house, params Employee[] jurors) => house.UploadAsync(house.Coordinator, "jurors", "jures.csv", Encoding.UTF8.GetBytes(
        "Nom;Prénom;E-mail;Rôles possibles;Extérieur\n" + string.Join('\n', jurors.Select(j => $"{j.LastName};{j.FirstName};{j.Mail};formateur;non"))));

    private static IEnumerable<string> Roles(Answer me) => me["roles"].AsArray().Select(r => r!.ToString()).Order(StringComparer.Ordinal);
}
