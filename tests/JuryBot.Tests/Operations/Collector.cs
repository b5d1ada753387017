using System.Collections.Concurrent;
using System.Text;
using JuryBot.Sandbox.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JuryBot.Tests.Operations;

/// <summary>Where OTLP goes: keeps what it is sent, byte for byte. Texts stand in the messages as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;

    private Collector(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    public ConcurrentQueue<(string Signal, byte[] Body)> Received { get; } = [];

    /// <summary>Settings that send everything here.</summary>
    public Dictionary<string, string> Settings => new() { ["Telemetry:OtlpEndpoint"] = Address.ToString(), ["Telemetry:OtlpProtocol"] = "http/protobuf" };

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://localhost:{Ports.Choose()}/");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port));
        var collector = new Collector(builder.Build(), address);
        collector.app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.Received.Enqueue((signal, body.ToArray()));
            return Results.Ok();
        });
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>Everything of a signal (<c>traces</c>, <c>metrics</c>, <c>logs</c>), its texts readable.</summary>
    public string TextOf(string signal) => string.Join('\n', Received.Where(sent => sent.Signal == signal).Select(sent => Encoding.UTF8.GetString(sent.Body)));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
