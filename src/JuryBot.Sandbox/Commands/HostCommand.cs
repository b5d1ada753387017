using System.CommandLine;
using Azure.Core;
using JuryBot.Sandbox.Clock;
using JuryBot.Sandbox.Processes;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JuryBot.Sandbox.Commands;

/// <summary>The hidden <c>host</c> command: JuryBot as it is, but for its time and its credential, which are the sandbox's. It
/// ends when its standard input closes. With JuryBot's own words behind it, such as <c>host retention</c>, it runs that command by the sandbox's time.</summary>
internal static class HostCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var words = new Argument<string[]>("command") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("host", "Runs JuryBot for a sandbox.") { words };
        command.Hidden = true;
        command.SetAction((arguments, ct) => RunAsync(arguments.GetValue(words) ?? [], ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] words, CancellationToken ct)
    {
        if (Environment.GetEnvironmentVariable(JuryBotProcess.TenantVariable) is not { Length: > 0 } tenant)
        {
            throw new SandboxException("The host command is the sandbox's own: start the sandbox instead.");
        }

        using var clock = await ClockTimeProvider.ConnectAsync(new Uri(tenant), ct);
        if (words.Length > 0)
        {
            return await JuryBotApplication.RunAsync(words, clock);
        }

        using var credential = new SandboxCredential(
            new Uri(new Uri(tenant), $"{Environment.GetEnvironmentVariable("Bot__TenantId")}/oauth2/v2.0/token"),
            Environment.GetEnvironmentVariable("Bot__AppId") ?? "",
            Environment.GetEnvironmentVariable(JuryBotProcess.SecretVariable) ?? "");
        var app = JuryBotApplication.Build([], services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
            .Replace(ServiceDescriptor.Singleton<TokenCredential>(credential)));
        _ = StopWhenInputClosesAsync(app.Lifetime);
        await app.RunAsync();
        return 0;
    }

    private static async Task StopWhenInputClosesAsync(IHostApplicationLifetime lifetime)
    {
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (await input.ReadAsync(buffer) > 0)
        {
            // nothing is ever said: only the end matters
        }

        lifetime.StopApplication();
        await Task.Delay(Patience);
        Environment.Exit(1);
    }
}
