using JuryBot.Storage;

namespace JuryBot.Features.Documents;

/// <summary>After each start, tells the operator of templates that no document is made from.</summary>
internal sealed partial class TellTemplates(Templates templates, ILogger<TellTemplates> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(StorageSetup.Afterwards, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var fault in templates.Faults())
        {
            LogWrong(fault.Say("en"));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Organisation:TemplatesFolder: {Fault} Documents of this kind are refused until it is mended.")]
    private partial void LogWrong(string fault);
}
