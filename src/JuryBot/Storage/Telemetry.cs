using System.Diagnostics;
using System.Diagnostics.Metrics;
using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>JuryBot's own traces and metrics: what was decided, and what became of its effects. Verbs, rules and types of effects only, never who or what about. The
/// trace of a decision travels in its outbox rows and its wake-up, so that one trace leads from a button to the message it caused, whichever replica sends it.</summary>
internal static class Telemetry
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "JuryBot";

    public static readonly ActivitySource Source = new(Name);
    public static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Verbs = Meter.CreateCounter<long>("jurybot.verbs", "{verb}", "Verbs by outcome: accepted, refused (and by which rule), repeated, failed.");
    private static readonly Counter<long> Effects = Meter.CreateCounter<long>("jurybot.effects", "{attempt}", "Attempts at effects by outcome: delivered, later, failed, poisoned, returned.");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("jurybot.effect.lag", "s", "From when an effect was due to when it was delivered, on JuryBot's clock.");

    /// <summary>The trace under way, as its <c>traceparent</c>; <c>null</c> when there is none.</summary>
    public static string? Here => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>A span that goes on with a trace that travelled; with a trace of its own when none did.</summary>
    public static Activity? Resume(string name, string? traceparent)
    {
        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Consumer, ActivityContext.TryParse(traceparent, null, isRemote: true, out var parent) ? parent : default);
    }

    /// <summary>Runs a verb in a span of its name, and counts what came of it.</summary>
    public static async Task<Outcome<T>> DecideAsync<T>(string table, string verb, Func<Task<Outcome<T>>> decide) where T : class
    {
        using var span = Source.StartActivity(verb);
        span?.SetTag("jurybot.table", table);
        try
        {
            var outcome = await decide();
            Count(outcome.Refusal is not null ? "refused" : outcome.Repeated ? "repeated" : "accepted", outcome.Refusal?.Rule);
            return outcome;
        }
        catch (Exception e)
        {
            Count("failed", null);
            span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            throw;
        }

        void Count(string outcome, string? rule)
        {
            var tags = new TagList { { "verb", verb }, { "outcome", outcome } };
            if (rule is not null)
            {
                tags.Add("rule", rule);
            }

            Verbs.Add(1, tags);
            span?.SetTag("jurybot.outcome", outcome).SetTag("jurybot.rule", rule);
        }
    }

    /// <summary>Counts one attempt at an effect.</summary>
    /// <param name="lag">How late it was delivered.</param>
    public static void Attempted(Activity? span, string effect, string outcome, Exception? problem = null, TimeSpan? lag = null)
    {
        Effects.Add(1, new TagList { { "effect", effect }, { "outcome", outcome } });
        if (lag is { } late)
        {
            Lag.Record(Math.Max(0, late.TotalSeconds), new TagList { { "effect", effect } });
        }

        span?.SetTag("jurybot.outcome", outcome);
        if (problem is not null)
        {
            span?.SetStatus(ActivityStatusCode.Error, problem.GetType().Name);
        }
    }
}
