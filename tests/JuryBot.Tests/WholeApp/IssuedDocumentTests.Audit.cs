using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JuryBot.Domain.Exams;
using JuryBot.Sandbox.People;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

public sealed partial class IssuedDocumentTests
{
    [Fact]
    public async Task A_sessions_audit_file_holds_what_is_due_says_what_is_absent_and_forgets_who_is_erased()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var candidates = house.Organisation.Candidates.Take(2).ToList();
        await jury.PlanAsync(null, candidates);
        await jury.ConveneAsync();
        var (session, sitting) = ($"{jury.Session}/documents", $"api/sittings/{jury.Sitting}/documents");
        // Before it is held everybody is convened on paper too, and there are no minutes. Asked for in parts, it goes on where it was.
        var parts = new List<Answer>();
        do
        {
            parts.Add((await house.PostAsync(house.Coordinator, session, new JsonObject { ["kind"] = "audit", ["atMost"] = 3 })).Accepted());
        }
        while (parts[^1].Status == 202);
        Assert.Equal(["5", "2"], parts.SkipLast(1).Select(part => part["remaining"].ToString()));
        Assert.Equal(parts[^1]["sha256"].ToString(), (await IssueAsync(house, session, "audit"))["sha256"].ToString());
        Assert.Equal(["attendance", .. Enumerable.Repeat("candidateConvocation", 2), .. Enumerable.Repeat("memberConvocation", 5)], await KindsAsync());
        var (told, files) = Unzip(await ReadAsync(house, house.Director, session, await IssueAsync(house, session, "audit", language: "en")));
        Assert.Equal(9, files.Count);
        Assert.Contains("no minutes yet: the sitting is not closed.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("no convocation as a document", told, StringComparison.Ordinal);

        await jury.AnswerAsync();
        await jury.OpenAsync();
        foreach (var exam in await jury.ExamsAsync())
        {
            await jury.GradeAsync(exam);
            await jury.DecideAsync(exam, acquired: exam == jury.IdOf(candidates[0]));
        }

        await house.SettleAsync();
        (told, _) = Unzip(await ReadAsync(house, house.Director, session, await IssueAsync(house, session, "audit")));
        Assert.Contains("pas encore de notification, de certificat ni de parchemin", told, StringComparison.Ordinal);
        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the titles published", async () => (await RecordsAsync()).All(record => record["award"]!["published"]!.GetValue<bool>()));
        await house.SettleAsync();
        var audit = await IssueAsync(house, session, "audit");
        Assert.Equal(audit["sha256"].ToString(), (await IssueAsync(house, session, "audit"))["sha256"].ToString());
        (told, files) = Unzip(await ReadAsync(house, house.Director, session, audit));
        Assert.Equal((await ListedAsync(house, [sitting, .. candidates.Select(Papers)])).Order(), files.Values.Select(Sha256).Order());
        Assert.Equal(["awardLetter", "parchment"], await KindsAsync(Papers(candidates[0])));
        Assert.Equal(["awardLetter"], await KindsAsync(Papers(candidates[1])));
        Assert.Contains("Documents absents\nNéant.", told, StringComparison.Ordinal);
        Assert.Null((await house.VerifyAsync()).FirstFault);

        // With a candidate their letters go, and the audit files that hold them; the next one tells of it.
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        (await RightsStand.EraseAsync(house, house.Director, jury.IdOf(candidates[0]))).Accepted();
        await house.UntilAsync("the audit files gone", async () => (await house.GetAsync(house.Director, session)).Accepted().Body.AsArray().Count == 0);
        await house.SettleAsync();
        Assert.Equal(404, (await house.GetAsync(house.Director, $"{session}/{audit["sha256"]}")).Status);
        Assert.Null(await house.App.Services.GetRequiredService<Blobs>().GetAsync($"issued/Sessions/{jury.Session.Split('/')[^1]}/{audit["sha256"]}"));
        (told, files) = Unzip(await ReadAsync(house, house.Director, session, await IssueAsync(house, session, "audit")));
        Assert.Equal(["notification", "parchemin"], files.Keys.Where(name => name.StartsWith("candidats/", StringComparison.Ordinal)).Select(name => name.Split('/')[2].Split('-')[0]).Order());
        Assert.Contains("données effacées.", told, StringComparison.Ordinal);
        Assert.Null((await house.VerifyAsync()).FirstFault);

        async Task<IEnumerable<string>> KindsAsync(string? documents = null) => (await house.GetAsync(house.Coordinator, documents ?? sitting)).Accepted().Body.AsArray().Select(d => d!["kind"]!.ToString()).Order(StringComparer.Ordinal);

        async Task<IEnumerable<JsonNode>> RecordsAsync() => await Task.WhenAll(candidates.Select(async candidate => (await house.GetAsync(house.Coordinator, $"api/candidates/{jury.IdOf(candidate)}")).Body));

        string Papers(Person candidate) => $"api/candidates/{jury.IdOf(candidate)}/documents";
    }

    /// <summary>What an audit file says, and its other files by their names: each a document that Word opens.</summary>
    private static (string Told, Dictionary<string, byte[]> Files) Unzip(byte[] audit)
    {
        using var zip = new ZipArchive(new MemoryStream(audit));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Bytes, StringComparer.OrdinalIgnoreCase);
        Assert.All(files.Values, file => Assert.Empty(ShippedTemplateTests.Invalid(file)));
        var first = Assert.Single(files.Keys, name => !name.Contains('/', StringComparison.Ordinal));
        Assert.True(files.Remove(first, out var dossier));
        return (PaperTests.Words(dossier), files);
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(House house, params IEnumerable<string> lists)
    {
        var listed = new List<string>();
        foreach (var documents in lists)
        {
            listed.AddRange((await house.GetAsync(house.Coordinator, documents)).Accepted().Body.AsArray().Select(d => d!["sha256"]!.ToString()));
        }

        return listed;
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
