using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace JuryBot.Benchmarks.Scale;

/// <summary>One JuryBot in a process of its own: the application as it is, with the sandbox's credential and a count of what it asks of storage.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly HttpClient Http = new();
    private readonly Process process;

    private Replica(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Replica> StartAsync(Tenant tenant, string storage, string prefix)
    {
        var address = new Uri($"http://localhost:{Ports.Choose()}/");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["scale", "--replica"]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Repository.JuryBot };
        JuryBotProcess.Configure(start, tenant, address, storage);
        start.Environment["Storage__Prefix"] = prefix;
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/');
        start.Environment[JuryBotProcess.TenantVariable] = tenant.Address.ToString();
        start.Environment[JuryBotProcess.SecretVariable] = tenant.Tokens.ClientSecret;
        var process = Process.Start(start)!;
        _ = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The replica did not start.");
        return new(process, address);
    }

    /// <summary>The replica's own side; ends with its input.</summary>
    public static async Task<int> RunAsync()
    {
        using var credential = new SandboxCredential(
            new Uri(new Uri(Environment.GetEnvironmentVariable(JuryBotProcess.TenantVariable)!), $"{Environment.GetEnvironmentVariable("Bot__TenantId")}/oauth2/v2.0/token"),
            Environment.GetEnvironmentVariable("Bot__AppId")!,
            Environment.GetEnvironmentVariable(JuryBotProcess.SecretVariable)!);
        using var tally = new Tally();
        await using var app = JuryBotApplication.Build([], services => services
            .Replace(ServiceDescriptor.Singleton<TokenCredential>(credential))
            .AddSingleton<HttpPipelineTransport>(tally)
            .AddLogging(logging => logging.ClearProviders()));
        app.MapGet("/scale/figures", tally.Say).AllowAnonymous().DisableRateLimiting();
        await app.StartAsync();
        Console.WriteLine("listening");
        await Task.Run(Console.In.ReadToEnd);
        await app.StopAsync();
        return 0;
    }

    public async Task<Figures> FiguresAsync() => Figures.Read(await Http.GetStringAsync(new Uri(Address, "scale/figures")));

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
