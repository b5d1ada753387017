using System.Text;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>What people typed shows as they typed it: it makes no link and no bold on anybody's card.</summary>
public sealed class MarkdownTests(AzuriteFixture azurite)
{
    private const string Link = "[cliquez](https://evil.example)";
    private const string Shown = @"\[cliquez\](https://evil.example)";

    [Fact]
    public async Task Names_and_reasons_are_escaped_on_cards()
    {
        await using var house = await House.StartAsync(azurite);
        var candidate = house.Organisation.Candidates.First();
        var jury = await Jury.WithRostersAsync(house);
        foreach (var juror in house.Organisation.Jurors)
        {
            (await house.UploadAsync(house.Coordinator, "jurors", "j.csv", Encoding.UTF8.GetBytes(
                $"Nom,Prénom,E-mail,Rôles possibles,Collège,Extérieur,Employeur\n{Link},{juror.FirstName},{juror.Mail},{string.Join(" | ", juror.Capacities)},{juror.College ?? "-"},{(juror.External ? "oui" : "non")},{juror.Employer}"))).Accepted();
        }

        await house.SettleAsync();
        await jury.PlanAsync(null, [candidate]);
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        var chair = await jury.ChairAsync();
        await jury.ComeAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);
        Escaped(house.Tenant.Chats.Cards(chair)[0].Card!.Json.ToJsonString());

        // Absent members are named in the refusal.
        var id = jury.IdOf(candidate);
        var alone = (await jury.PanelAsync()).Single(m => m.Person == chair).Id;
        var refused = await jury.PressAsync(chair, "sitting.open", null, new() { ["present"] = alone });
        Assert.True(Jury.IsRefusal(refused));
        Escaped(refused.Body!.ToJsonString());

        // The card keeps what was ticked.
        await jury.OpenAsync(new() { ["present"] = string.Join(',', (await jury.PanelAsync()).Select(m => m.Id)) });
        await jury.GradeAsync(id);
        await jury.OpenDeliberationAsync(id);
        var ruling = jury.Ruling(chair, id, acquired: false);
        foreach (var reason in ruling.Keys.Where(k => k.StartsWith("r.", StringComparison.Ordinal)))
        {
            ruling[reason] = Link;
        }

        var summary = await jury.PressAsync(chair, "deliberation.decide", id, ruling);
        Assert.False(Jury.IsRefusal(summary));
        Escaped(summary.Body!.ToJsonString());
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", id)));
        await house.UntilAsync("the decision", async () => await jury.StateAsync(id) == "decided");
        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the outcome", () => house.Tenant.Chats.Cards(candidate)[0].Card!.Texts.Any(t => t.Contains("evil", StringComparison.Ordinal)));
        Assert.Contains(house.Tenant.Chats.Cards(candidate)[0].Card!.Texts, t => t.Contains(Shown, StringComparison.Ordinal));
        Escaped(house.Tenant.Chats.Cards(candidate)[0].Card!.Json.ToJsonString());
    }

    private static void Escaped(string json) => Assert.DoesNotContain("[cliquez](", json.Replace(@"\\", @"\", StringComparison.Ordinal).Replace(Shown, "", StringComparison.Ordinal), StringComparison.Ordinal);
}
