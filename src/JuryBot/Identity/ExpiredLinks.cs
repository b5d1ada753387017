using JuryBot.Storage;

namespace JuryBot.Identity;

/// <summary>After each start, sees to it that links expire: a version before deadlines made links without one.</summary>
internal sealed partial class ExpiredLinks(PersonalLinks links, ILogger<ExpiredLinks> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = StorageSetup.Afterwards; ; wait = Again)
        {
            try
            {
                await Task.Delay(wait, TimeProvider.System, stoppingToken);
                await links.ExpectExpiryAsync(stoppingToken);
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(e);
            }
            catch (OperationCanceledException)
            {
                return; // The next start does it.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether links are to expire could not be looked at; trying again")]
    private partial void LogLater(Exception exception);
}
