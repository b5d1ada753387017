using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using JuryBot.Sandbox.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace JuryBot.Tests.Throttling;

/// <summary>A request to Graph as it arrives.</summary>
/// <param name="Target">Path and query.</param>
internal sealed record Asked(string Method, string Target, string Body);

/// <summary>What Graph answers.</summary>
/// <param name="RetryAfter">In seconds.</param>
internal sealed record Told(int Status, int? RetryAfter = null, string Body = """{"error":{"code":"Fault","message":"The test interferes."}}""");

/// <summary>Stands before the sandbox's Graph, and answers in its place when the test wants that.</summary>
internal sealed class Front : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly WebApplication app;

    private Front(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    /// <summary>Of Graph, as JuryBot is configured with it.</summary>
    public Uri Address { get; }

    public ConcurrentQueue<Asked> Seen { get; } = new();

    /// <summary>Answers in Graph's place, with <c>null</c> not.</summary>
    public Func<Asked, Told?> Instead { get; set; } = _ => null;

    /// <summary>Changes what Graph answers.</summary>
    public Func<Asked, string, string> After { get; set; } = (_, body) => body;

    public static async Task<Front> StartAsync(Uri sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = Ports.Choose();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var front = new Front(builder.Build(), new Uri($"http://localhost:{port}/graph/v1.0"));
        front.app.Run(context => front.AnswerAsync(context, sandbox));
        await front.app.StartAsync();
        return front;
    }

    private async Task AnswerAsync(HttpContext context, Uri sandbox)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var asked = new Asked(context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, Encoding.UTF8.GetString(body.ToArray()));
        Seen.Enqueue(asked);
        var told = Instead(asked) ?? await ForwardAsync(context, sandbox, asked, body.ToArray());
        context.Response.StatusCode = told.Status;
        if (told.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        }

        if (told.Body.Length > 0)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(told.Body);
        }
    }

    private async Task<Told> ForwardAsync(HttpContext context, Uri sandbox, Asked asked, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), new Uri(sandbox, asked.Target));
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString());
        request.Headers.TryAddWithoutValidation("Prefer", context.Request.Headers["Prefer"].ToArray());
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
        }

        using var response = await http.SendAsync(request);
        return new Told((int)response.StatusCode, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds, After(asked, await response.Content.ReadAsStringAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }
}
