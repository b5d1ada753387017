using System.Text.Json.Nodes;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Features.Rights;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>What becomes of deposited files when their candidate asks, or time is over.</summary>
public sealed class DepositRightsTests(AzuriteFixture azurite)
{
    private static readonly byte[] Pdf = "%PDF-1.7 un dossier"u8.ToArray();

    [Fact]
    public async Task What_a_candidate_deposited_is_exported_deleted_with_the_minutes_and_erased_with_them()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var (own, other) = (house.Organisation.Candidates.First(c => c.HasAccount), house.Organisation.Candidates.Last());
        var blobs = house.App.Services.GetRequiredService<Blobs>();
        foreach (var (id, day, candidate) in new[] { ("old", new DateOnly(2021, 6, 1), own), ("new", new DateOnly(2026, 9, 14), own), ("new", new DateOnly(2026, 9, 14), other) })
        {
            var session = await archive.SessionAsync(id, "1", day, "2027", own, other);
            var sitting = archive.Held(session, 0, new DateTimeOffset(day, new(8, 0), TimeSpan.Zero), [candidate], house.Organisation.Jurors.Take(2));
            sitting = sitting.With(sitting.Exams[0] with { State = ExamState.Convened, Deliberation = null });
            var sha256 = await blobs.PutAsync($"{Blobs.Deposited(archive.IdOf(candidate), id)}x", BinaryData.FromBytes(Pdf));
            await archive.Store.ExecuteAsync(Aggregates.Deposits, archive.IdOf(candidate), new Command("deposit.add", archive.IdOf(candidate)), known => DepositVerbs.Add(
                known, sitting, archive.IdOf(candidate), null, [new DepositedFile($"{candidate.Name} {id}.pdf", "application/pdf", Pdf.Length, sha256)], archive.IdOf(candidate), null, Domain.Certifications.Certification.Rncp31168, sitting.Start.AddDays(-8)));
        }

        await house.SettleAsync();
        var export = (await house.GetAsync(own, $"api/candidates/{archive.IdOf(own)}/export")).Accepted();
        Assert.Equal([$"{own.Name} old.pdf", $"{own.Name} new.pdf"], export["deposits"].AsArray().Select(d => d!["files"]![0]!["name"]!.ToString()));
        Assert.Equal(2, export["ledgers"]["deposits"]!.AsArray().Count);
        Assert.DoesNotContain(other.Name, export.Text, StringComparison.Ordinal);

        var before = await house.SnapshotAsync();
        Assert.Contains("old : fichiers déposés par 1 candidat·e(s) supprimés", await RetainAsync(house, "--dry-run"));
        Assert.Equal(before, await house.SnapshotAsync());
        Assert.Contains("old : fichiers déposés par 1 candidat·e(s) supprimés", await RetainAsync(house));
        Assert.DoesNotContain(await RetainAsync(house), line => line.Contains("fichiers déposés", StringComparison.Ordinal));
        Assert.Equal((false, true, true), (await IsKeptAsync(own, "old"), await IsKeptAsync(own, "new"), await IsKeptAsync(other, "new")));
        Assert.Equal(["new"], (await archive.Store.ReadAsync(Aggregates.Deposits, archive.IdOf(own)))!.Deposits.Select(d => d.Session));

        var report = (await house.PostAsync(house.Director, $"api/people/{archive.IdOf(own)}/erasure", new JsonObject { ["reason"] = "Demande." })).Accepted();
        Assert.Contains(report["removed"].AsArray(), removed => removed!.ToString().StartsWith("Fichiers déposés", StringComparison.Ordinal));
        await house.UntilAsync("the end of the erasure", async () => (await archive.Store.ReadAsync(Aggregates.Deposits, archive.IdOf(own)))!.Deposits.IsEmpty);
        Assert.Equal((false, true), (await IsKeptAsync(own, "new"), await IsKeptAsync(other, "new")));
        await house.SettleAsync();
        Assert.DoesNotContain(await house.RowsAsync(), row => row.Row.Contains($"{own.Name} new.pdf", StringComparison.Ordinal));
        Assert.True((await house.VerifyAsync()).Ok);

        async Task<bool> IsKeptAsync(Employee candidate, string session) => await blobs.GetAsync($"{Blobs.Deposited(archive.IdOf(candidate), session)}x") is not null;
    }

    [Fact]
    public async Task Deposits_of_more_rows_than_one_transaction_holds_are_erased_and_files_of_a_deposit_that_was_never_finished_too()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var (own, other) = (house.Organisation.Candidates.First(c => c.HasAccount), house.Organisation.Candidates.Last());
        var (id, blobs) = (archive.IdOf(own), house.App.Services.GetRequiredService<Blobs>());
        foreach (var some in Enumerable.Range(1, 120).Chunk(40))
        {
            await archive.Store.ExecuteAsync(Aggregates.Deposits, id, new Command("test", "test"), known => (known ?? new CandidateDeposits { Candidate = id }) with
            {
                Deposits = [.. known?.Deposits ?? [], .. some.Select(n => new Deposit
                {
                    Number = n, Certification = "RNCP31168", Session = "old", Sitting = "old-0", Kind = DepositKind.Deliverables, Block = "1", Version = n, Files = [new DepositedFile($"{n}.pdf", "application/pdf", 1, $"{n}")], At = DateTimeOffset.UnixEpoch, By = id,
                })],
            });
        }

        foreach (var candidate in new[] { id, archive.IdOf(other) })
        {
            await blobs.PutAsync($"{Blobs.Deposited(candidate, "old")}x", BinaryData.FromBytes(Pdf));
            (await house.PostAsync(house.Director, $"api/people/{candidate}/erasure", new JsonObject { ["reason"] = "Demande." })).Accepted();
        }

        await house.UntilAsync("the end of the erasure", async () => (await archive.Store.ReadAsync(Aggregates.Deposits, id))!.Deposits.IsEmpty);
        await house.SettleAsync();
        Assert.Null(await blobs.GetAsync($"{Blobs.Deposited(id, "old")}x"));
        Assert.Null(await blobs.GetAsync($"{Blobs.Deposited(archive.IdOf(other), "old")}x"));
        Assert.Null(await archive.Store.ReadAsync(Aggregates.Deposits, archive.IdOf(other)));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    private static async Task<IReadOnlyList<string>> RetainAsync(House house, params string[] arguments)
    {
        var output = new StringWriter();
        Assert.Equal(0, await RetentionCommand.RunAsync(
            ["--hostBuilder:reloadConfigOnChange", "false", "--Storage:ConnectionString", house.App.Configuration["Storage:ConnectionString"]!, "--Storage:Prefix", house.App.Configuration["Storage:Prefix"]!, .. arguments], output, house.Tenant.Clock));
        return output.ToString().TrimEnd().Split(output.NewLine);
    }
}
