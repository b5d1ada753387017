using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>A convened jury of two candidates, and its members before their declarations of independence.</summary>
internal sealed class DeclarationStand(House house, Jury jury) : IAsyncDisposable
{
    public House House => house;

    public Jury Jury => jury;

    public string SessionId => jury.Session.Split('/')[^1];

    public static async Task<DeclarationStand> ConveneAsync(AzuriteFixture azurite, Dictionary<string, string?>? settings = null, int candidates = 2)
    {
        var house = await House.StartAsync(azurite, settings: settings);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(candidates));
        await jury.ConveneAsync();
        await house.SettleAsync();
        return new DeclarationStand(house, jury);
    }

    public async Task<Person> ProfessionalAsync() => (await jury.PanelAsync()).First(m => m.Role == "professional").Person;

    public async Task<JsonNode> ReadAsync(Person juror) =>
        (await house.GetAsync(house.Coordinator, $"{jury.Session}/declarations")).Accepted()["jurors"].AsArray().Single(j => j!["name"]!.ToString() == juror.Name)!;

    /// <summary>A member as the sitting shows them: when they signed, and the candidates outstanding.</summary>
    public async Task<(string? SignedAt, IReadOnlyList<string> Outstanding)> InSittingAsync(Person juror)
    {
        var shown = (await jury.ReadAsync())["declarations"].AsArray().Single(d => d!["name"]!.ToString() == juror.Name)!;
        return (shown["signedAt"]?.ToString(), [.. shown["outstanding"]!.AsArray().Select(o => o!["candidate"]!.ToString())]);
    }

    /// <summary>The juror's cards with this button for the session, newest first.</summary>
    public IReadOnlyList<(string Message, CardAction Action)> Cards(Person juror, string verb) => [.. house.Tenant.Chats.Cards(juror)
        .SelectMany(message => message.Card!.Actions.Where(action => action.Verb == verb && action.Data["session"]?.ToString() == SessionId).Select(action => (message.Id, action)))];

    public async Task<DeliveryAnswer> PressAsync(Person juror, string verb, Dictionary<string, string>? values = null)
    {
        var (message, action) = Cards(juror, verb)[0];
        return await house.Tenant.Teams.PressAsync(juror, message, action, values);
    }

    /// <summary>Presses a button of a card that was made up.</summary>
    public Task<DeliveryAnswer> ForgeAsync(Person who, string verb, JsonObject data)
    {
        (data["v"], data["verb"]) = (2, verb);
        return house.Tenant.Teams.SendAsync(who, "1", "Action.Execute", verb, null, data);
    }

    /// <summary>The juror types for their declaration, fills it in and signs; waits until the sitting and their links know.</summary>
    /// <param name="said">By candidate; the others as the card proposes.</param>
    public async Task SignAsync(Person juror, Dictionary<string, string>? said = null, Dictionary<string, string>? words = null)
    {
        await house.Tenant.Teams.SayAsync(juror, "ma déclaration");
        Assert.False(Jury.IsRefusal(await PressAsync(juror, "declaration.show")));
        if (Cards(juror, "declaration.prepare").Count == 0)
        {
            Assert.False(Jury.IsRefusal(await PressAsync(juror, "declaration.show")));
        }

        Assert.False(Jury.IsRefusal(await PressAsync(juror, "declaration.prepare", said?.ToDictionary(s => $"l.{s.Key}", s => s.Value))));
        Assert.False(Jury.IsRefusal(await PressAsync(juror, "declaration.sign", words?.ToDictionary(w => $"w.{w.Key}", w => w.Value))));
        await house.SettleAsync();
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
