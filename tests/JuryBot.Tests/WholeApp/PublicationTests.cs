using Azure.Core;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Sandbox.Season;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>What becomes of a decision on its way to the candidate when something goes wrong.</summary>
public sealed class PublicationTests(AzuriteFixture azurite)
{
    private const string Sitting = "sitting";

    [Fact]
    public async Task A_candidate_is_told_once_although_the_delivery_broke_off_after_the_message_was_taken()
    {
        var (interrupted, ended) = (0, 0);
        using var wire = new Wire();
        wire.BeforeAsync = request => IsEndOfTelling(request) && Interlocked.Exchange(ref interrupted, 1) == 0 ? throw new KilledException() : Task.CompletedTask;
        wire.AfterAsync = request => Task.FromResult(IsEndOfTelling(request) && Interlocked.Increment(ref ended) > 0);
        await using var house = await House.StartAsync(azurite, settings: new() { ["Storage:Lease"] = "00:00:03", ["Storage:WakeUpAfter"] = "00:00:01" }, storage: wire);
        var candidate = await DecideAsync(house);
        await house.UntilAsync("the proposal", async () => await StateAsync(house, candidate) == "proposedFavourable");

        (await PublishAsync(house)).Accepted();
        await house.UntilAsync("the end of the telling", () => ended == 1);

        Assert.Equal(new Outcomes(1, 1), Outcomes.Read(house.Tenant));
    }

    [Fact]
    public async Task A_decision_that_reaches_the_record_after_the_publication_is_published_with_it()
    {
        await using var house = await House.StartAsync(azurite);
        var candidate = await DecideAsync(house, record => record with
        {
            Results = record.Results.Add(new BlockResult("1", JuryKind.Final, "elsewhere", BlockOutcome.Acquired, house.Tenant.Clock.GetUtcNow(), null)),
        });
        await house.UntilAsync("the decision to be given up", async () => (await ProblemsAsync(house)).Count == 1);

        (await PublishAsync(house)).Accepted();
        await house.UntilAsync("the publication to be given up", async () => (await ProblemsAsync(house)).Count == 2);
        Assert.Equal(new Outcomes(0, 0), Outcomes.Read(house.Tenant));

        await ChangeAsync(house, candidate, record => record with { Results = [] });
        await RetryAsync(house, "inscription de la décision");
        await house.UntilAsync("the outcome", () => Outcomes.Read(house.Tenant) is { Teams: 1, Mail: 1 });
        await RetryAsync(house, "annonce du résultat");
        await house.UntilAsync("no problem left", async () => (await ProblemsAsync(house)).Count == 0);
        await house.SettleAsync();
        Assert.Equal(new Outcomes(1, 1), Outcomes.Read(house.Tenant));
    }

    /// <summary>A sitting that has just decided on the first candidate.</summary>
    private static async Task<string> DecideAsync(House house, Func<CandidateRecord, CandidateRecord>? before = null)
    {
        var jury = await Jury.WithRostersAsync(house);
        var candidate = jury.IdOf(house.Organisation.Candidates.First());
        if (before is not null)
        {
            await ChangeAsync(house, candidate, before);
        }

        var session = Guid.NewGuid().ToString("N");
        (await house.PutAsync(house.Coordinator, $"api/sessions/{session}", Jury.Request("2", [candidate], ["room@example.org"]))).Accepted();
        var at = house.Tenant.Clock.GetUtcNow();
        var sitting = new Sitting
        {
            Id = Sitting,
            Session = session,
            Index = 0,
            Certification = Certification.Rncp31168.Id,
            SynthesisBlock = "3",
            Promotion = "2027",
            Kind = JuryKind.Intermediate,
            Block = "1",
            Start = at,
            End = at.AddMinutes(30),
            Room = "room@example.org",
            RoomName = "Salle",
            Coordinator = (await house.GetAsync(house.Coordinator, "api/me"))["person"].ToString(),
            State = SittingState.Closed,
            Panel = [],
            Exams =
            [
                new Exam
                {
                    Candidate = candidate,
                    Name = "Camille",
                    Route = "initial",
                    Start = at,
                    End = at.AddMinutes(30),
                    State = ExamState.Decided,
                    Deliberation = new Deliberation { OpenedAt = at, OpenedBy = "chair", DecidedAt = at, DecidedBy = "chair", Decisions = [new BlockRuling("1", true)] },
                },
            ],
        };
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.Sittings, Sitting, new Command("test", "test"), _ => Decision<Sitting>.Accept(sitting, new RecordOutcome(Sitting, candidate)));
        return candidate;
    }

    private static Task<Answer> PublishAsync(House house) => house.PostAsync(house.Coordinator, $"api/sittings/{Sitting}/publication");

    private static async Task<string> StateAsync(House house, string candidate) =>
        (await house.GetAsync(house.Coordinator, $"api/candidates/{candidate}"))["blocks"][0]!["state"]!.ToString();

    private static async Task ChangeAsync(House house, string candidate, Func<CandidateRecord, CandidateRecord> change) => await house.App.Services.GetRequiredService<Store>()
        .ExecuteAsync(Aggregates.Candidates, candidate, new Command("test", "test"), record => change(record!));

    private static async Task<IReadOnlyList<(string Id, string Text)>> ProblemsAsync(House house) =>
        [.. (await house.GetAsync(house.Coordinator, $"api/sittings/{Sitting}"))["problems"].AsArray().Select(p => (p!["id"]!.ToString(), p["text"]!.ToString()))];

    private static async Task RetryAsync(House house, string what)
    {
        var (id, _) = (await ProblemsAsync(house)).Single(p => p.Text.Contains(what, StringComparison.Ordinal));
        (await house.PostAsync(house.Coordinator, $"api/sittings/{Sitting}/problems/{Uri.EscapeDataString(id)}/retry")).Accepted();
    }

    // The first row of the candidate's outbox is the message in Teams.
    private static bool IsEndOfTelling(Request request) => request.Method == RequestMethod.Delete
        && Uri.UnescapeDataString(request.Uri.Path) is var path && path.Contains("Candidates(", StringComparison.Ordinal)
        && path.Contains("RowKey='o|", StringComparison.Ordinal) && path.EndsWith("|000')", StringComparison.Ordinal);
}
