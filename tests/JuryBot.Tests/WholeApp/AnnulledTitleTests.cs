using System.Text.Json.Nodes;
using JuryBot.Domain.Transmissions;
using JuryBot.Features.Rights;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>What becomes of a title that is annulled, and of birth data that nothing needs.</summary>
public sealed class AnnulledTitleTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_director_who_annuls_is_told_at_once_what_else_must_be_done_and_birth_data_goes_with_the_title()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        var (house, sent, recorded, kept) = (stand.House, stand.Candidates[0], stand.Candidates[1], stand.Candidates[2]);
        (await stand.EnterAsync(sent, AccrochageStand.Birth("Parti"))).Accepted();
        (await stand.EnterAsync(recorded, AccrochageStand.Birth("Inscrit"))).Accepted();
        await stand.RunAsync("export --out @one.xml");
        await stand.Store.ExecuteAsync(
            Aggregates.Transmissions, stand.Jury.IdOf(recorded), new Command("test", "test"), known => TransmissionVerbs.Receive(known, stand.Jury.IdOf(recorded), stand.IdOf(recorded), "receipt", true, "", house.Tenant.Clock.GetUtcNow()));
        (await stand.EnterAsync(kept, AccrochageStand.Birth("Resté"))).Accepted();

        // By the record, and again with the same key; by the exam, which another jury takes anew; in the director's language.
        var path = $"api/candidates/{stand.Jury.IdOf(sent)}/annulments";
        var body = new JsonObject { ["block"] = null, ["reason"] = "Fraude" };
        foreach (var _ in new[] { 1, 2 })
        {
            var told = Assert.Single((await house.PostAsync(house.Director, path, body.DeepClone().AsObject(), key: "annul-once")).Accepted()["toDo"].AsArray())!;
            Assert.Equal((stand.IdOf(sent), "exported"), (told["idTechnique"]!.ToString(), told["state"]!.ToString()));
            Assert.Equal((await stand.ListAsync())[stand.Jury.IdOf(sent)]["toDo"]!.ToString(), told["toDo"]!.ToString());
        }

        var exam = (await house.PostAsync(house.Director, $"api/sittings/final/exams/{stand.Jury.IdOf(recorded)}/annulment", new JsonObject { ["sameJury"] = false, ["reason"] = "Erreur" })).Accepted();
        Assert.StartsWith("Titre annulé après son enregistrement", Assert.Single(exam["toDo"].AsArray())!["toDo"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await house.PostAsync(house.Director, $"api/candidates/{stand.Jury.IdOf(kept)}/annulments", new JsonObject { ["block"] = "1", ["reason"] = "Fraude" })).Accepted()["toDo"].AsArray());

        foreach (var candidate in new[] { sent, kept })
        {
            await house.UntilAsync("the erasure", async () => (await stand.Store.ReadAsync(Aggregates.Transmissions, stand.Jury.IdOf(candidate)))!.Birth is null);
        }

        await house.SettleAsync();
        Assert.Equal(2, (await house.LedgersAsync()).Count(entry => entry.Entry.Verb == "accrochage.birth-unneeded"));
        Assert.DoesNotContain(await house.RowsAsync(), row => row.Row.Contains("Parti", StringComparison.Ordinal) || row.Row.Contains("Resté", StringComparison.Ordinal));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Birth_data_that_nobody_ever_answered_goes_after_its_time_and_what_nothing_needs_at_once_and_retention_says_why()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        var (house, old, unneeded, recent) = (stand.House, stand.Candidates[0], stand.Candidates[1], stand.Candidates[2]);
        foreach (var candidate in new[] { old, unneeded })
        {
            (await stand.EnterAsync(candidate, AccrochageStand.Birth("Attente"))).Accepted();
        }

        // One was entered before the day was kept, and one is left of a title that is recorded.
        await ChangeAsync(old, known => known with { Birth = known.Birth! with { On = null } });
        await ChangeAsync(unneeded, known => TransmissionVerbs.Receive(known, known.Candidate, stand.IdOf(unneeded), "receipt", true, "", house.Tenant.Clock.GetUtcNow()).State! with { Birth = known.Birth });
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(340));
        (await stand.EnterAsync(recent, AccrochageStand.Birth("Tardive"))).Accepted();
        var before = await house.SnapshotAsync();
        var planned = await RetainAsync("--dry-run");
        Assert.Equal(before, await house.SnapshotAsync());
        Assert.Contains(planned, line => line.StartsWith($"{stand.Jury.IdOf(old)} : données de naissance conservées jusqu'au ", StringComparison.Ordinal));
        Assert.Contains($"{stand.Jury.IdOf(unneeded)} : données de naissance supprimées, plus aucun titre à transmettre", await RetainAsync());

        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(40));
        var done = await RetainAsync();
        Assert.Contains(done, line => line.StartsWith($"{stand.Jury.IdOf(old)} : données de naissance supprimées, conservées depuis 12 mois", StringComparison.Ordinal));
        Assert.Contains(done, line => line.StartsWith($"{stand.Jury.IdOf(recent)} : données de naissance conservées jusqu'au ", StringComparison.Ordinal));
        Assert.False(await HasBirthAsync(old) || await HasBirthAsync(unneeded));
        Assert.True(await HasBirthAsync(recent));
        Assert.Equal(2, (await house.LedgersAsync()).Count(entry => entry.Entry is { Verb: "accrochage.birth-forget", Actor: "retention" }));
        Assert.DoesNotContain(await RetainAsync(), line => line.Contains("naissance supprimées", StringComparison.Ordinal));
        Assert.Contains(await RetainAsync("--Retention:BirthMonths", "1"), line => line.Contains("conservées depuis 1 mois", StringComparison.Ordinal));
        Assert.True((await house.VerifyAsync()).Ok);

        async Task<bool> HasBirthAsync(Employee candidate) => (await stand.Store.ReadAsync(Aggregates.Transmissions, stand.Jury.IdOf(candidate)))!.Birth is not null;

        Task ChangeAsync(Employee candidate, Func<CandidateTransmission, CandidateTransmission> change) =>
            stand.Store.ExecuteAsync(Aggregates.Transmissions, stand.Jury.IdOf(candidate), new Command("test", "test"), known => change(known!));

        async Task<IReadOnlyList<string>> RetainAsync(params string[] arguments)
        {
            var output = new StringWriter();
            Assert.Equal(0, await RetentionCommand.RunAsync(
                ["--hostBuilder:reloadConfigOnChange", "false", "--Storage:ConnectionString", house.App.Configuration["Storage:ConnectionString"]!, "--Storage:Prefix", house.App.Configuration["Storage:Prefix"]!, .. arguments], output, house.Tenant.Clock));
            return output.ToString().TrimEnd().Split(output.NewLine);
        }
    }
}
