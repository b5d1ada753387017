using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>A claim on one delivery row, by ETag, in real time. Kept while its handler runs; whoever loses it stops.</summary>
internal sealed class Lease : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly CancellationTokenSource held;
    private readonly CancellationTokenSource done = new();
    private readonly TableClient home;
    private readonly DeliveryRow row;
    private readonly TimeSpan duration;
    private readonly Task keeping;

    private Lease(TableClient home, DeliveryRow row, TimeSpan duration, CancellationToken stopping)
    {
        (this.home, this.row, this.duration) = (home, row, duration);
        held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        keeping = KeepAsync();
    }

    /// <summary>Cancelled when the claim is lost, or the process stops.</summary>
    public CancellationToken Held => held.Token;

    /// <summary>Claims the row and counts the attempt. No lease and <c>Gone</c>: someone finished it; neither: someone else holds it.</summary>
    public static async Task<(Lease? Lease, bool Gone)> TakeAsync(TableClient home, DeliveryRow row, TimeSpan duration, CancellationToken stopping)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (row.LeasedUntil > now)
        {
            return (null, false);
        }
        row.Attempts++;
        row.LeasedUntil = now + duration;
        try
        {
            await ReplaceAsync(home, row, stopping);
            return (new(home, row, duration, stopping), false);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return (null, e.Status == 404);
        }
    }

    public Task SaveProgressAsync(string progress, CancellationToken ct) => ChangeAsync(() => row.Progress = progress, ct);

    /// <summary>Gives the row back, for another attempt at <paramref name="notBefore"/>.</summary>
    public async Task ReleaseAsync(int attempts, DateTimeOffset? notBefore, string? error)
    {
        await StopKeepingAsync();
        await ChangeAsync(() => (row.Attempts, row.NotBefore, row.Error, row.LeasedUntil) = (attempts, notBefore, error, null), CancellationToken.None);
    }

    /// <summary>Removes the row: its delivery is over.</summary>
    public async Task CompleteAsync()
    {
        await StopKeepingAsync();
        await home.DeleteEntityAsync(row.Entity.PartitionKey, row.Entity.RowKey, row.Entity.ETag, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopKeepingAsync();
        held.Dispose();
        done.Dispose();
        gate.Dispose();
    }

    private static async Task ReplaceAsync(TableClient home, DeliveryRow row, CancellationToken ct)
    {
        Limits.Check(row.Entity);
        var response = await home.UpdateEntityAsync(row.Entity, row.Entity.ETag, TableUpdateMode.Replace, ct);
        row.Entity.ETag = response.Headers.ETag!.Value;
    }

    private async Task ChangeAsync(Action change, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            change();
            await ReplaceAsync(home, row, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task KeepAsync()
    {
        using var timer = new PeriodicTimer(duration / 3, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(done.Token))
            {
                // Not cut short when the delivery ends meanwhile: its ETag would be unknown.
                using var limit = new CancellationTokenSource(duration / 3);
                await ChangeAsync(() => row.LeasedUntil = TimeProvider.System.GetUtcNow() + duration, limit.Token);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
        }
        catch (Exception)
        {
            // The claim is another's, or could not be renewed in time: whatever the reason, stop before it runs out.
            await held.CancelAsync();
        }
    }

    private async Task StopKeepingAsync()
    {
        await done.CancelAsync();
        await keeping;
    }
}
