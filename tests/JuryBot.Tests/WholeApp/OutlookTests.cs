using System.Text.Json.Nodes;
using JuryBot.Domain.Certifications;
using JuryBot.Sandbox.Season;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Documents;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>What is missing to a candidate and how it is presented again, through the doors.</summary>
public sealed class OutlookTests(AzuriteFixture azurite)
{
    private const string Version = "RNCP31168@2026";

    [Fact]
    public async Task What_is_missing_is_told_to_the_offices_and_to_the_candidate_with_the_jury_they_are_convened_to()
    {
        await using var house = await House.StartAsync(azurite);
        var candidate = house.Organisation.Candidates.First(c => c.HasAccount);
        var jury = await Jury.OpenedAsync(house, candidates: [candidate]);
        var path = $"api/candidates/{jury.IdOf(candidate)}";
        var read = (await house.GetAsync(house.Coordinator, path)).Accepted();
        Assert.Equal(("initial", "2027", "blocksFirst"), (read["route"].ToString(), read["promotion"].ToString(), read["title"].ToString()));
        Assert.Equal("2028", read["limit"]["lastYear"]!.ToString());
        Assert.Equal(["first", "first", "none", "first", "first"], read["blocks"].AsArray().Select(b => b!["intermediate"]!.ToString()));
        Assert.Equal([1, 0, 0, 0, 0], read["blocks"].AsArray().Select(b => b!["convened"]!.AsArray().Count));
        Assert.Equal(jury.Sitting, read["blocks"][0]!["convened"]![0]!["sitting"]!.ToString());
        Assert.Equal(read["blocks"].ToJsonString(), (await house.GetAsync(house.Director, path)).Accepted()["blocks"].ToJsonString());
        Assert.All(await Task.WhenAll(new[] { candidate, await jury.ChairAsync() }.Select(other => house.GetAsync(other, path))), answer => Assert.Equal(403, answer.Status));

        var before = await AskAsync(house, candidate);
        Assert.Contains("À présenter à un jury intermédiaire de ce bloc, puis au jury de certification.", before, StringComparison.Ordinal);
        Assert.Contains("Vous êtes convoqué·e devant le jury intermédiaire de ce bloc", before, StringComparison.Ordinal);
        Assert.Contains("jusqu'au jury de la promotion 2028", before, StringComparison.Ordinal);

        // A decision says nothing more to the candidate before it is published.
        await jury.GradeAsync(jury.IdOf(candidate));
        await jury.DecideAsync(jury.IdOf(candidate));
        await house.UntilAsync("the proposal", async () => (await house.GetAsync(house.Coordinator, path))["blocks"][0]!["state"]!.ToString() == "proposedFavourable");
        Assert.Equal(before, await AskAsync(house, candidate));
        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the publication", async () => (await AskAsync(house, candidate)).Contains("Le jury de certification décide.", StringComparison.Ordinal));
        Assert.DoesNotContain("Vous êtes convoqué·e", await AskAsync(house, candidate), StringComparison.Ordinal);
        var after = (await house.GetAsync(house.Coordinator, path)).Accepted();
        Assert.Equal(("none", 0), (after["blocks"][0]!["intermediate"]!.ToString(), after["blocks"][0]!["convened"]!.AsArray().Count));
        var told = after["blocks"][0]!["history"]![0]!;
        Assert.Equal(("RNCP31168@2018", "2027"), (told["certification"]!.ToString(), told["promotion"]!.ToString()));
        Assert.Contains("RNCP31168", told["ruleset"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_titled_candidate_enrolled_again_under_another_version_keeps_the_title_its_papers_and_its_place_in_the_register()
    {
        var folder = Directory.CreateTempSubdirectory("jurybot-");
        using (var builtIn = new StreamReader(typeof(Certification).Assembly.GetManifestResourceStream("rncp31168-2018.json")!))
        {
            var document = await builtIn.ReadToEndAsync(TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "next.json"), Altered.Once(Altered.Once(document, "\"version\": \"2018\"", "\"version\": \"2026\""), "2022-08-07", "2030-08-07"), TestContext.Current.CancellationToken);
        }

        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:CertificationsFolder"] = folder.FullName });
        var archive = await Archive.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.First(c => c.HasAccount);
        var (id, start) = (archive.IdOf(candidate), new DateTimeOffset(2026, 9, 14, 8, 0, 0, TimeSpan.Zero));
        var session = await archive.SessionAsync("old", null, new(2026, 9, 14), "2027", candidate);
        var sitting = archive.Held(session, 0, start, [candidate], house.Organisation.Jurors.Take(5));
        await archive.KeepAsync(sitting with { PublishedAt = sitting.End, PublishedBy = sitting.Coordinator });
        await house.UntilAsync("the title", async () => (await archive.RecordAsync(candidate)).Award is { PublishedAt: not null });
        await house.SettleAsync();
        var owed = (await house.GetAsync(house.Coordinator, "api/accrochage")).Accepted();

        (await house.UploadAsync(house.Coordinator, $"candidates?certification={Uri.EscapeDataString(Version)}", "candidats.csv", RosterFiles.CandidatesCsv(house.Organisation, 2028))).Accepted();
        await house.SettleAsync();
        var read = (await house.GetAsync(house.Coordinator, $"api/candidates/{id}")).Accepted();
        Assert.Equal((Version, "blocksFirst", null), (read["certification"].ToString(), read["title"].ToString(), read.Body["award"]));
        Assert.All(read["blocks"].AsArray(), block => Assert.Equal(("none", true), (block!["state"]!.ToString(), block["missing"]!.GetValue<bool>())));
        var earlier = Assert.Single(read["earlier"].AsArray())!;
        Assert.Equal(("RNCP31168@2018", "2027", "title", "title"), (earlier["certification"]!.ToString(), earlier["promotion"]!.ToString(), earlier["overall"]!.ToString(), earlier["award"]!["outcome"]!.ToString()));
        Assert.All(earlier["blocks"]!.AsArray(), block => Assert.Equal("acquired", block!["state"]!.ToString()));

        var card = await AskAsync(house, candidate);
        Assert.Contains("Inscription antérieure — Responsable de production de projets culturels (RNCP31168@2018), promotion 2027", card, StringComparison.Ordinal);
        Assert.Contains("Titre attribué", card, StringComparison.Ordinal);

        // Its parchment, by its number; what the Caisse des Dépôts is owed; the results of the session it was decided in.
        var number = $"RNCP31168-2018-{id}-T";
        var documents = $"api/candidates/{id}/documents";
        Assert.Equal(409, (await house.PostAsync(house.Coordinator, documents, new JsonObject { ["kind"] = "parchment" })).Status);
        var parchment = (await house.PostAsync(house.Coordinator, documents, new JsonObject { ["kind"] = "parchment", ["subject"] = number })).Accepted();
        Assert.Contains(number, PaperTests.Words(await house.DownloadAsync(candidate, $"{documents}/{parchment["sha256"]}")), StringComparison.Ordinal);
        var letter = (await house.PostAsync(house.Coordinator, documents, new JsonObject { ["kind"] = "awardLetter", ["subject"] = sitting.Id })).Accepted();
        Assert.Contains(number, PaperTests.Words(await house.DownloadAsync(candidate, $"{documents}/{letter["sha256"]}")), StringComparison.Ordinal);
        Assert.Equal(owed.Text, (await house.GetAsync(house.Coordinator, "api/accrochage")).Accepted().Text);
        Assert.Equal("title", (await house.GetAsync(candidate, $"api/candidates/{id}/export")).Accepted()["earlier"][0]!["awards"]![0]!["outcome"]!.ToString());
        await house.DownloadAsync(house.Director, "api/registers/awards");
        await house.DownloadAsync(house.Director, $"api/sessions/{session.Id}/results");
        Assert.Null((await house.VerifyAsync()).FirstFault);
        folder.Delete(recursive: true);
    }

    private static async Task<string> AskAsync(House house, Person candidate)
    {
        Assert.True((await house.Tenant.Teams.SayAsync(candidate, "mes blocs")).IsSuccess);
        return string.Join('\n', house.Tenant.Chats.Cards(candidate)[0].Card!.Texts);
    }
}
