namespace JuryBot.Identity;

/// <summary>Deletes expired links once a day. Every replica does: it is safe to repeat.</summary>
internal sealed partial class ExpiredLinks(PersonalLinks links, TimeProvider time, ILogger<ExpiredLinks> logger) : BackgroundService
{
    // The first time soon after the start, for replicas that do not live long; not at once, since storage may have to be set up.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(20), Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; !stoppingToken.IsCancellationRequested; wait = Every)
        {
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await links.ForgetExpiredAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(e);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired links could not be deleted; trying again tomorrow")]
    private partial void LogLater(Exception exception);
}
