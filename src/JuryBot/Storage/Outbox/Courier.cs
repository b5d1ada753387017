using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace JuryBot.Storage;

/// <summary>Carries one delivery: claims it, calls its handler, and writes down how that went.</summary>
internal sealed partial class Courier(EffectRoutes routes, Poison poison, StorageOptions options, TimeProvider time, ILogger<Courier> logger)
{
    /// <summary>For how long two versions may run side by side: as long, what this one cannot read is left to a newer one.</summary>
    internal static readonly TimeSpan Upgrade = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    /// <param name="home">Table the row is in.</param>
    /// <param name="stopping">The process stops: the row is given back.</param>
    public async Task<CourierResult> DeliverAsync(TableClient home, DeliveryRow row, CancellationToken stopping)
    {
        var (attempts, notBefore) = (row.Attempts, row.NotBefore);
        var (taken, gone) = await Lease.TakeAsync(home, row, options.Lease, stopping);
        if (taken is null)
        {
            return gone ? CourierResult.Done : CourierResult.Elsewhere;
        }
        await using var lease = taken;
        using var span = Telemetry.Resume(row.Type, row.Trace);
        span?.SetTag("jurybot.delivery", row.Cause.Id).SetTag("jurybot.attempt", row.Attempts);
        var delivery = new Delivery(row.Cause, row.Attempts, row.Progress, lease.SaveProgressAsync);
        try
        {
            Schema.Check(row.Entity);
            await routes.HandleAsync(row.Type, row.Effect, delivery, lease.Held);
        }
        catch (RetryLaterException e)
        {
            LogLater(row.Type, delivery.Id, e.Delay);
            Telemetry.Attempted(span, row.Type, "later");
            await lease.ReleaseAsync(attempts, time.GetUtcNow() + e.Delay, e.Message);
            return CourierResult.Failed;
        }
        catch (Exception e) when (e is SchemaTooNewException || (e is UnreadableEffectException && time.GetUtcNow() - row.Due < Upgrade))
        {
            LogNewer(row.Type, delivery.Id);
            Telemetry.Attempted(span, row.Type, "returned");
            await lease.ReleaseAsync(attempts, notBefore, row.Error);
            return CourierResult.Elsewhere;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Telemetry.Attempted(span, row.Type, "returned");
            await lease.ReleaseAsync(attempts, notBefore, row.Error);
            return CourierResult.Elsewhere;
        }
        catch (OperationCanceledException) when (lease.Held.IsCancellationRequested)
        {
            LogLost(row.Type, delivery.Id);
            return CourierResult.Elsewhere;
        }
        catch (Exception e)
        {
            var error = $"{e.GetType().Name}: {e.Message}";
            if (e is PoisonException || row.Attempts >= options.MaxAttempts)
            {
                LogPoison(row.Type, delivery.Id, e.GetType().Name);
                Telemetry.Attempted(span, row.Type, "poisoned", e);
                row.Error = e is PoisonException ? e.Message : error;
                await poison.ParkAsync(row, stopping);
                await lease.CompleteAsync();
                return CourierResult.Done;
            }
            LogFailed(row.Type, delivery.Id, row.Attempts, e.GetType().Name);
            Telemetry.Attempted(span, row.Type, "failed", e);
            await lease.ReleaseAsync(row.Attempts, time.GetUtcNow() + Backoff(row.Attempts), error);
            return CourierResult.Failed;
        }
        Telemetry.Attempted(span, row.Type, "delivered", lag: time.GetUtcNow() - row.Due);
        if (attempts > 0)
        {
            await poison.ForgetAsync(row, CancellationToken.None);
        }
        await lease.CompleteAsync();
        return CourierResult.Done;
    }

    /// <summary>1, 2, 4, … seconds, at most five minutes, with up to a half more at random.</summary>
    private static TimeSpan Backoff(int attempts) =>
        Math.Min(Math.Pow(2, attempts - 1), LongestBackoff.TotalSeconds) * (1 + Random.Shared.NextDouble() / 2) * TimeSpan.FromSeconds(1);

    [LoggerMessage(Level = LogLevel.Information, Message = "Effect {Effect} of {Delivery} asked to come again in {Delay}")]
    private partial void LogLater(string effect, string delivery, TimeSpan delay);

    [LoggerMessage(Level = LogLevel.Information, Message = "Effect {Effect} of {Delivery} is from a newer version and left to it")]
    private partial void LogNewer(string effect, string delivery);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost the claim on effect {Effect} of {Delivery} while carrying it out")]
    private partial void LogLost(string effect, string delivery);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} of {Delivery} is parked as poison after {Error}")]
    private partial void LogPoison(string effect, string delivery, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} of {Delivery} failed, attempt {Attempt}: {Error}")]
    private partial void LogFailed(string effect, string delivery, int attempt, string error);
}
