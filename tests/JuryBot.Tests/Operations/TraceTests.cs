using System.Diagnostics;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using JuryBot.Tests.WholeApp;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Operations;

/// <summary>One trace from what somebody did to what came of it.</summary>
public sealed class TraceTests(AzuriteFixture azurite)
{
    private static readonly Command Anyone = new("count", "p1");

    [Fact]
    public async Task The_trace_goes_on_in_another_replica_that_a_wake_up_told()
    {
        using var spans = new Spans("JuryBot", "test");
        using var source = new ActivitySource("test");
        var inbox = new Inbox();
        var heard = new TaskCompletionSource<ActivityTraceId?>();
        inbox.OnPing = (_, _, _) => Task.FromResult(heard.TrySetResult(Activity.Current?.TraceId));
        await using var dead = await StorageHost.StartAsync(azurite, inbox: inbox);
        dead.Wire.KillAt = (2, false);
        ActivityTraceId trace;
        using (var asked = source.StartActivity("asked")!)
        {
            trace = asked.TraceId;
            await dead.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1)));
        }

        await dead.EventuallyAsync(() => Task.FromResult(dead.Wire.Killed));
        Assert.False(heard.Task.IsCompleted);
        await using var alive = await StorageHost.StartAsync(azurite, dead.Prefix, inbox);
        Assert.Equal(trace, await heard.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        await alive.EventuallyAsync(() => Task.FromResult(spans.Of(trace).Select(span => span.OperationName).ToHashSet().IsSupersetOf(["Ping", "asked", "count", "wake-up"])));
        var decided = spans.Of(trace).First(span => span.OperationName == "count");
        Assert.Equal("accepted", decided.GetTagItem("jurybot.outcome"));
        Assert.Equal(decided.SpanId, spans.Of(trace).First(span => span.OperationName == "Ping").ParentSpanId);
    }

    [Fact]
    public async Task A_deadline_keeps_its_trace_and_what_was_given_up_too()
    {
        using var spans = new Spans("JuryBot", "test");
        using var source = new ActivitySource("test");
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 40, 0, TimeSpan.Zero));
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        var traces = new List<ActivityTraceId?>();
        host.Inbox.OnPing = (_, _, _) =>
        {
            traces.Add(Activity.Current?.TraceId);
            return traces.Count == 1 ? throw new PoisonException("no such room") : Task.CompletedTask;
        };
        ActivityTraceId trace;
        using (var asked = source.StartActivity("asked")!)
        {
            trace = asked.TraceId;
            await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1) { NotBefore = time.GetUtcNow().AddDays(2) }));
        }

        await host.EventuallyAsync(async () => (await host.RowsAsync("Deadlines")).Exists(row => row.RowKey != "low"));
        time.Advance(TimeSpan.FromDays(2));
        await host.EventuallyAsync(async () => (await host.Get<Poison>().ListAsync()).Count == 1);
        Assert.True(await host.Get<Poison>().RetryAsync((await host.Get<Poison>().ListAsync()).Single().Id));
        await host.Inbox.NextAsync();
        Assert.Equal(2, traces.Count);
        Assert.All(traces, seen => Assert.Equal(trace, seen));
        await host.EventuallyAsync(() => Task.FromResult(spans.Of(trace).Count(span => span.OperationName == "Ping") == 2));
        Assert.Equal(["poisoned", "delivered"], spans.Of(trace).Where(span => span.OperationName == "Ping").Select(span => span.GetTagItem("jurybot.outcome")));
    }

    [Fact]
    public async Task One_trace_leads_from_a_button_and_from_a_publication_to_the_candidates_message()
    {
        using var spans = new Spans("JuryBot", "System.Net.Http", "Microsoft.AspNetCore");
        await using var house = await House.StartAsync(azurite);
        var candidate = house.Organisation.Candidates.First();
        var jury = await Jury.OpenedAsync(house, candidates: [candidate]);
        await jury.GradeAsync(jury.IdOf(candidate));
        await jury.DecideAsync(jury.IdOf(candidate));
        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the outcome", () => Told("sitting.publish")().Count == 1);
        await house.Tenant.Teams.SayAsync(candidate, "renvoyez-moi tout svp");
        var ask = house.Tenant.Chats.Cards(candidate)[0];
        Assert.True((await house.Tenant.Teams.PressAsync(candidate, ask.Id, ask.Card!.Action("outcome.send")!)).IsSuccess);
        await house.UntilAsync("the outcome again", () => Told("outcome.send")().Count == 1);

        // The server's span, the verb, the effect, and the request to the connector below it.
        foreach (var verb in new[] { "outcome.send", "sitting.publish" })
        {
            var message = Told(verb)().Single();
            var trace = spans.Of(message.TraceId);
            Assert.Contains(trace, span => span.Source.Name == "Microsoft.AspNetCore" && span.Kind == ActivityKind.Server);
            Assert.Contains(trace, span => span.SpanId == message.ParentSpanId && span.OperationName == "TellOutcomes");
        }

        // Requests to the connector made while the candidate is told, in the trace of a verb.
        Func<IReadOnlyList<Activity>> Told(string verb) => () =>
        {
            var traces = spans.Ended.Where(span => span.OperationName == verb).Select(span => span.TraceId).ToHashSet();
            var telling = spans.Ended.Where(span => traces.Contains(span.TraceId) && span.OperationName == "TellOutcomes").Select(span => span.SpanId).ToHashSet();
            return [.. spans.Ended.Where(span => telling.Contains(span.ParentSpanId) && span.Kind == ActivityKind.Client && span.GetTagItem("url.full")?.ToString()?.StartsWith(house.Tenant.ServiceUrl, StringComparison.Ordinal) == true)];
        };
    }
}
