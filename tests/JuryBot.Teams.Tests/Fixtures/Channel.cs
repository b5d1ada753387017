using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace JuryBot.Teams.Tests;

/// <summary>The other end of the connector: keeps what it is sent, answers what it was told to.</summary>
public sealed class Channel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();

    private Channel(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> Requests { get; } = new();

    public string ServiceUrl => $"{app.Address()}/teams/";

    public static async Task<Channel> StartAsync()
    {
        var app = WebServer.CreateBuilder().Build();
        var channel = new Channel(app);
        app.Run(channel.AnswerAsync);
        await app.StartAsync();
        return channel;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>Answers the next request so; requests beyond what was told get 201 with an id.</summary>
    public void Next(int status, string? body = null, string? retryAfter = null) => Next(async http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        await http.Response.WriteAsync(body ?? "");
    });

    public void Next(Func<HttpContext, Task> answer) => answers.Enqueue(answer);

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(new(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers.Authorization.ToString(),
            body.Length == 0 ? null : JsonNode.Parse(body)));
        if (answers.TryDequeue(out var answer))
        {
            await answer(http);
        }
        else
        {
            http.Response.StatusCode = 201;
            await http.Response.WriteAsync($$"""{"id":"sent-{{Requests.Count}}"}""");
        }
    }

    public sealed record Received(string Method, string Target, string Authorization, JsonNode? Body);
}
