using System.Text.Json.Nodes;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>Group work has one deliverable (certification §5).</summary>
public sealed class GroupDepositTests(AzuriteFixture azurite)
{
    private static readonly byte[] Pdf = "%PDF-1.7 un livrable"u8.ToArray();

    [Fact]
    public async Task A_groups_deliverable_is_deposited_once_by_any_member_read_once_by_the_panel_and_outlives_who_is_erased()
    {
        await using var stand = await DepositStand.ConveneAsync(azurite);
        var (house, own, fellow, outside) = (stand.House, stand.Own, stand.Stand.Stranger, stand.Other);
        foreach (var person in new[] { own, outside, house.Director })
        {
            (await house.GetAsync(person, "api/me")).Accepted();
        }

        // Deposited alone before there was a group, it is read until the group deposits.
        (await stand.DepositAsync(own, own, ("seule.pdf", [.. Pdf, 9]))).Accepted();
        await GroupAsync(own, fellow);
        Assert.Equal(["seule.pdf"], await FilesAsync(own, own));
        (await stand.DepositAsync(own, own, ("commun.pdf", Pdf))).Accepted();
        await house.UntilAsync("the mail", () => stand.Stand.Links(fellow, "deposit").Count == 1);
        var link = stand.Stand.Links(fellow, "deposit")[0];
        var page = (await stand.Stand.Visitor.GetAsync(link)).Text;
        Assert.Contains("commun.pdf", page, StringComparison.Ordinal);
        Assert.Contains($"par {own.Name}", page, StringComparison.Ordinal);
        Assert.Contains("Votre groupe « Nord » dépose un seul livrable", page, StringComparison.Ordinal);
        Assert.DoesNotContain("seule.pdf", page, StringComparison.Ordinal);
        Assert.Equal(303, (await stand.UploadAsync(link, ("corrigé.png", DepositStand.Png))).Status);
        Assert.Equal(["commun.pdf", "corrigé.png"], await FilesAsync(own, own));
        Assert.Equal(DepositStand.Png, await house.DownloadAsync(own, $"{stand.Path(own)}/2/1"));
        (await stand.DepositAsync(house.Coordinator, fellow, $"{fellow.LastName} est malade.", ("tard.pdf", [.. Pdf, 1]))).Accepted();
        var listed = (await house.GetAsync(own, stand.List)).Accepted()["exams"].AsArray().Single()!;
        Assert.Equal(("Nord", $"{own.Name}, {fellow.Name}, "), (listed["group"]!.ToString(), string.Join(", ", listed["deposits"]!.AsArray().Select(d => d!["by"]?.ToString()))));
        Assert.All(listed["deposits"]!.AsArray(), d => Assert.Null(d!["reason"]));

        // Of the group only, and nothing else of anybody.
        Assert.Equal(403, (await house.GetAsync(own, $"{stand.Path(fellow)}/1/1")).Status);
        Assert.Equal(403, (await house.GetAsync(outside, $"{stand.Path(own)}/1/1")).Status);
        Assert.Empty(await FilesAsync(outside, outside));
        Assert.Equal(403, (await stand.DepositAsync(own, fellow, ("x.pdf", Pdf))).Status);

        // The panel reads it once.
        var led = await stand.Stand.Visitor.PostAsync(stand.Stand.Links(stand.Stand.Outside, "convocation")[0], [new("do", "deposit")]);
        var reading = led.Headers["Location"][1..].Split('?')[0];
        var read = (await stand.Stand.Visitor.GetAsync(reading)).Text;
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(read, "commun\\.pdf"));
        Assert.Matches($"{own.Name}.*{fellow.Name}|{fellow.Name}.*{own.Name}", read);
        Assert.Contains("Travail de groupe : Nord", read, StringComparison.Ordinal);
        Assert.Equal([.. Pdf, 1], (await stand.BytesAsync($"{reading}/{stand.IdOf(fellow)}/3/1")).Content);

        // Who is erased takes their own away; the group's stays the others', and goes with the last of them.
        var export = await house.DownloadAsync(own, $"api/candidates/{stand.IdOf(own)}/export");
        Assert.Contains("corrigé.png", System.Text.Encoding.UTF8.GetString(export), StringComparison.Ordinal);
        Assert.DoesNotContain("est malade", System.Text.Encoding.UTF8.GetString(export), StringComparison.Ordinal);
        await stand.Stand.ChangeAsync(sitting => sitting with { State = SittingState.Cancelled });
        var report = (await house.PostAsync(house.Director, $"api/people/{stand.IdOf(own)}/erasure", new JsonObject { ["reason"] = "Demande." })).Accepted();
        Assert.Contains(report["kept"].AsArray(), kept => kept!["what"]!.ToString().StartsWith("Livrable déposé par le groupe", StringComparison.Ordinal));
        await house.UntilAsync("the end of the first erasure", async () => (await stand.BlobsAsync()).Count == 3);
        await house.SettleAsync();
        await stand.Stand.ChangeAsync(sitting => sitting with { State = SittingState.Convened });
        page = (await stand.Stand.Visitor.GetAsync(link)).Text;
        Assert.Contains("commun.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Name, page, StringComparison.Ordinal);
        Assert.Equal([.. Pdf, 1], (await stand.BytesAsync($"{link}/3/1")).Content);
        Assert.True((await house.VerifyAsync()).Ok);
        await stand.Stand.ChangeAsync(sitting => sitting with { State = SittingState.Cancelled });
        (await house.PostAsync(house.Director, $"api/people/{stand.IdOf(fellow)}/erasure", new JsonObject { ["reason"] = "Demande." })).Accepted();
        await house.UntilAsync("the end of the second erasure", async () => (await stand.BlobsAsync()).Count == 0);
        await house.SettleAsync();
        Assert.DoesNotContain(await house.RowsAsync(), row => row.Table == Aggregates.Deposits.Table && (row.Row.Contains("commun.pdf", StringComparison.Ordinal) || row.Row.Contains("est malade", StringComparison.Ordinal)));
        Assert.True((await house.VerifyAsync()).Ok);

        async Task GroupAsync(params Employee[] members)
        {
            await stand.Stand.ChangeAsync(sitting => sitting with
            {
                Exams = sitting.Exams.ConvertAll(exam => members.Any(m => stand.IdOf(m) == exam.Candidate) ? exam with { Group = "Nord", Start = sitting.Start } : exam),
            });
            var session = (await stand.Store.ReadAsync(Aggregates.Sittings, stand.Jury.Sitting))!.Session;
            await stand.Store.ExecuteAsync(Aggregates.Sessions, session, new Command("test", "test"), known => Decision<Domain.Sessions.Session>.Accept(known! with { Groups = [new("Nord", [.. members.Select(stand.IdOf)])] }));
        }

        async Task<IReadOnlyList<string>> FilesAsync(Employee reader, Employee candidate) =>
            [.. (await house.GetAsync(reader, stand.List)).Accepted()["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == stand.IdOf(candidate))!["deposits"]!.AsArray().Select(d => d!["files"]![0]!["name"]!.ToString())];
    }
}
