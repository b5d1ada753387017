using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>Stops the process at its start when the options will not do.</summary>
internal sealed class BotOptionsValidation(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options) =>
        options.Problems(environment.IsProduction()) is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
