using JuryBot.Storage;
using Own = JuryBot.Storage.Telemetry;

namespace JuryBot.Operations.Telemetry;

/// <summary>The backlog as metrics, read twice a minute. Every replica tells the same.</summary>
internal sealed partial class BacklogGauges : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private readonly BacklogReader reader;
    private readonly ILogger<BacklogGauges> logger;
    private volatile Backlog last = new(0, TimeSpan.Zero, 0, TimeSpan.Zero);

    public BacklogGauges(BacklogReader reader, ILogger<BacklogGauges> logger)
    {
        (this.reader, this.logger) = (reader, logger);
        Own.Meter.CreateObservableGauge("jurybot.backlog.wakeups", () => last.WakeUps, "{message}", "Wake-ups on the queue, those not due yet included.");
        Own.Meter.CreateObservableGauge("jurybot.backlog.age", () => last.OldestWakeUp.TotalSeconds, "s", "Age of the oldest wake-up that is due.");
        Own.Meter.CreateObservableGauge("jurybot.backlog.poisoned", () => last.Poisoned, "{delivery}", "Deliveries given up, waiting for the coordinator.");
        Own.Meter.CreateObservableGauge("jurybot.deadlines.lag", () => last.DeadlineLag.TotalSeconds, "s", "How far the oldest deadline is overdue, on JuryBot's clock.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        try
        {
            do
            {
                try
                {
                    last = await reader.ReadAsync(stoppingToken);
                }
                catch (Exception unreadable) when (!stoppingToken.IsCancellationRequested)
                {
                    LogUnreadable(unreadable);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // JuryBot stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The backlog could not be read")]
    private partial void LogUnreadable(Exception problem);
}
