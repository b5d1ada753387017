using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

public sealed class CandidateTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Nobody_is_put_before_a_jury_that_could_never_decide_on_them()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var person = house.Organisation.Candidates.First();
        var id = jury.IdOf(person);
        var certification = Certification.Rncp31168;
        var at = house.Tenant.Clock.GetUtcNow();

        await ChangeAsync(record => record with { BlockAccess = ["2", "4"] });
        await RefusedAsync("1", "Le bloc 1 n'est pas demandé");
        await AcceptedAsync("2");
        await AcceptedAsync(certification.SynthesisBlock);

        await ChangeAsync(record => Decide(record, ["2"], null));
        await RefusedAsync("2", "Le bloc 2 est acquis définitivement");
        await AcceptedAsync("4");

        await ChangeAsync(record => record with { BlockAccess = null });
        await AcceptedAsync(null);
        await ChangeAsync(record => Decide(record, ["1", "3", "4", "5"], new TitleRuling(true)));
        await RefusedAsync(null, "Le titre est déjà attribué");

        CandidateRecord Decide(CandidateRecord record, string[] acquired, TitleRuling? title) => record.Decide(certification, new FinalRuling(
            $"sitting-{acquired.Length}",
            at,
            record.Promotion,
            Presence.Present,
            [.. record.BlocksToDecide(certification).Select(block => new BlockRuling(block, acquired.Contains(block)))],
            title)).State!;

        Task ChangeAsync(Func<CandidateRecord, CandidateRecord> change) => house.App.Services.GetRequiredService<Store>()
            .ExecuteAsync(Aggregates.Candidates, id, new Command("test", "test"), record => change(record!));

        Task<Answer> CreateAsync(string? block) =>
            house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", Jury.Request(block, [id], ["salle.griset@example.org"]));

        async Task AcceptedAsync(string? block) => (await CreateAsync(block)).Accepted();

        async Task RefusedAsync(string? block, string because)
        {
            var answer = await CreateAsync(block);
            Assert.Equal(409, answer.Status);
            Assert.Contains(person.LastName, answer["title"].ToString(), StringComparison.Ordinal);
            Assert.Contains(because, answer["details"][0]!.ToString(), StringComparison.Ordinal);
        }
    }
}
