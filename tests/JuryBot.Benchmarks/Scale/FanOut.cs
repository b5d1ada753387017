using System.Collections.Concurrent;
using JuryBot.Chat;
using JuryBot.Domain.Exams;
using JuryBot.Sandbox.People;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Scale;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Benchmarks.Scale;

/// <summary>Juries open at once: everybody on them gets a score sheet in Teams, inside its limits. The panels are larger than juries have,
/// so that a commit sends as much as it may.</summary>
internal static class FanOut
{
    /// <summary>Teams' limit for an app and tenant, in requests a second.</summary>
    private const double Allowed = 50;

    /// <summary>What one commit may send, with room for the rest of it.</summary>
    private const int Panel = 40;

    /// <summary>Seconds at the allowed rate that are not counted: two processes that have just started compile what they run.</summary>
    private const int RampUp = 10;

    private const double LeastShare = 0.95, MostThrottled = 0.001;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3), Look = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Row>> RunAsync(AzuriteFixture azurite, int people, int replicas, Action<string> say)
    {
        await using var stage = await Stage.StartAsync(azurite, candidates: people + 1);
        var tenant = stage.Tenant;
        var told = tenant.Organisation.Candidates.Where(person => person.HasAccount).Take(people).ToList();
        await stage.AddPeopleAsync(told);
        var conversations = stage.Services.GetRequiredService<Lookups>();
        await Parallel.ForEachAsync(told, new ParallelOptions { MaxDegreeOfParallelism = Stage.WritersInFlight }, async (person, ct) =>
        {
            tenant.Chats.Install(person, true);
            await new Conversations(conversations).KeepAsync(person.Id, ReferenceTo(tenant, person), ct);
        });
        say($"{people:N0} people can be reached.");

        var (times, sent) = (new ConcurrentQueue<DateTimeOffset>(), new ConcurrentDictionary<string, int>());
        tenant.Chats.Shown += (person, message) =>
        {
            times.Enqueue(message.At);
            sent.AddOrUpdate(person.Id, 1, (_, before) => before + 1);
        };
        await stage.StopReplicasAsync();
        await stage.Campaign.AddSessionAsync("fan", 1, 1);
        var panels = told.Chunk(Panel).Index().ToList();
        await Parallel.ForEachAsync(panels, new ParallelOptions { MaxDegreeOfParallelism = Stage.WritersInFlight }, async (panel, _) => await stage.Campaign.AddSittingAsync(
            "fan", panel.Index, 1, [.. panel.Item.Select(person => (Stage.IdOf(person), person.Name))],
            [.. panel.Item.Select(person => new SendScoreSheets(Campaign.SittingOf("fan", panel.Index), Stage.IdOf(person)))]));

        await stage.AddReplicasAsync(replicas);
        var (counted, since) = (0, TimeProvider.System.GetTimestamp());
        while (sent.Count < people && TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(Look);
            if (times.Count > counted)
            {
                (counted, since) = (times.Count, TimeProvider.System.GetTimestamp());
                say($"{counted:N0} sent.");
            }
        }

        List<DateTimeOffset> ordered = [.. times.Order().Skip(Math.Min((int)Allowed * RampUp, times.Count / 2))];
        var rate = (ordered.Count - 1) / (ordered[^1] - ordered[0]).TotalSeconds;
        var (asked, throttled) = (tenant.Counters.TeamsRequests, tenant.Counters.Violations.Where(v => v.Key is "teams.tenant" or "teams.thread").Sum(v => v.Value));
        return
        [
            new Row($"{people:N0} people told by {replicas} replicas", $"{rate:F1} a second, {rate / Allowed:P1}", $"{Allowed} allowed a second", $"≥ {LeastShare:P0}", rate >= LeastShare * Allowed),
            new Row("of them answered 429", $"{throttled:N0} of {asked:N0}, {(double)throttled / asked:P2}", "", $"< {MostThrottled:P1}", throttled < MostThrottled * asked),
            new Row("each told once", $"{sent.Count:N0} told, {sent.Count(person => person.Value > 1):N0} twice", "", $"{people:N0}, 0", sent.Count == people && sent.All(person => person.Value == 1)),
        ];
    }

    private static ConversationReference ReferenceTo(Sandbox.Tenant tenant, Person person) => new()
    {
        ServiceUrl = tenant.ServiceUrl,
        ChannelId = "msteams",
        Conversation = new ConversationAccount { Id = person.ConversationId, ConversationType = "personal", TenantId = tenant.Organisation.TenantId.ToString() },
        Bot = new ChannelAccount { Id = $"28:{tenant.Organisation.AppId}" },
        User = new ChannelAccount { Id = person.TeamsId, AadObjectId = person.Id },
        TenantId = tenant.Organisation.TenantId.ToString(),
    };
}
