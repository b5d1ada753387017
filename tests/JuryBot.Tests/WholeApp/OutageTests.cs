using System.Text.Json.Nodes;
using Azure;
using JuryBot.Sandbox.Wire;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>What people see while what JuryBot needs does not answer: a sentence that says what to do, and nothing lost.</summary>
public sealed class OutageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task While_storage_refuses_people_are_told_to_try_again_and_what_they_then_send_again_is_taken()
    {
        using var storage = new Storage.Wire();
        await using var stand = await SheetStand.OpenAsync(azurite, storage: storage);
        var (house, jury) = (stand.House, stand.Jury);
        var candidate = (await jury.ExamsAsync())[0];
        var juror = (await jury.PanelAsync()).First(m => m.Id != stand.OutsideId).Person;
        var link = stand.Links(stand.Outside, "sheet")[0];
        var (good, form) = (jury.Good(juror, candidate), await stand.GoodAsync(link, "save"));
        var (message, action) = jury.Find(juror, "sheet.save", candidate)!.Value;
        await house.SettleAsync();

        storage.BeforeAsync = _ => throw new RequestFailedException(503, "The server is busy.");
        var refused = await house.Tenant.Teams.PressAsync(juror, message, action, good);
        Assert.Equal(juror.Language == "fr"
            ? "JuryBot n'arrive pas à joindre ce qu'il a enregistré. Réessayez dans une minute avec ce que vous avez saisi : rien de ce qui est enregistré n'est perdu, et rien n'est fait deux fois."
            : "JuryBot cannot reach what it has saved. Try again in a minute with what you have entered: nothing that is saved is lost, and nothing is done twice.", Jury.Sentence(refused));
        var api = await house.GetAsync(house.Coordinator, "api/people");
        Assert.Equal(503, api.Status);
        Assert.StartsWith("JuryBot n'arrive pas à joindre", api["title"].ToString(), StringComparison.Ordinal);
        var page = await stand.Visitor.PostAsync(link, form);
        Assert.Equal(503, page.Status);
        Assert.Contains("Réessayez dans une minute", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rechargez alors cette page : votre navigateur renvoie ce que vous avez saisi", page.Text, StringComparison.Ordinal);

        storage.BeforeAsync = _ => Task.CompletedTask;
        Assert.False(Jury.IsRefusal(await house.Tenant.Teams.PressAsync(juror, message, action, good)));
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, form)).Status);
        Assert.Equal(200, (await house.GetAsync(house.Coordinator, "api/people")).Status);
        Assert.Equal(0, house.Tenant.Counters.BareFailures);
    }

    [Fact]
    public async Task While_Microsoft_365_refuses_what_people_decide_is_kept_and_sent_later()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1));
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        var chair = await jury.ChairAsync();
        await jury.ComeAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);

        // What went well just now says nothing of later.
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        house.Tenant.Wire.Hook = (_, moment) => Task.FromResult(moment == Moment.Before ? new Interference(500) : null);
        var circuit = house.App.Services.GetRequiredService<Circuits>().Graph;
        for (var i = 0; i < 20 && !circuit.IsOpen; i++)
        {
            await house.GetAsync(house.Coordinator, "api/rooms");
        }

        // Known to be away by now: who decides something is told at once that it is kept.
        Assert.True(circuit.IsOpen);
        var opened = await jury.PressAsync(chair, "sitting.open", null);
        Assert.False(Jury.IsRefusal(opened));
        Assert.StartsWith(chair.Language == "fr" ? "C'est enregistré. Microsoft Graph" : "It is saved. Microsoft Graph", opened.Body!["value"]!["body"]![1]!["items"]![0]!["text"]!.ToString(), StringComparison.Ordinal);
        var left = await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/departures", new JsonObject { ["person"] = (await jury.PanelAsync())[^1].Id, ["reason"] = "Malaise." });
        Assert.StartsWith("C'est enregistré. Microsoft Graph", left.Accepted().Notice, StringComparison.Ordinal);
        Assert.Equal("open", (await jury.ReadAsync())["state"].ToString());
        var rooms = await house.GetAsync(house.Coordinator, "api/rooms");
        Assert.Equal((503, "Microsoft 365 ne répond pas pour l'instant. Réessayez dans une minute : ce qui est enregistré l'est toujours, et sera envoyé."), (rooms.Status, rooms["title"].ToString()));

        house.Tenant.Wire.Hook = null;
        var candidate = (await jury.ExamsAsync())[0];
        await house.UntilAsync("the sheet", () => jury.Find(chair, "sheet.submit", candidate) is not null);
        await house.WhenMicrosoftAnswersAsync();
        var again = await jury.PressAsync(chair, "sheet.save", candidate, jury.Good(chair, candidate));
        Assert.DoesNotContain("enregistré. Microsoft", again.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_question_to_Graph_that_fails_once_is_asked_again(int status)
    {
        await using var house = await House.StartAsync(azurite);
        var left = 1;
        house.Tenant.Wire.Hook = (request, moment) => Task.FromResult(moment == Moment.Before && request.Service == "graph" && Interlocked.Decrement(ref left) >= 0 ? new Interference(status) : null);
        Assert.Equal(200, (await house.GetAsync(house.Coordinator, "api/rooms")).Status);
        Assert.True(left < 0);
    }
}
