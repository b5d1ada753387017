using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Sandbox;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;

namespace JuryBot.Tests.Sandbox;

/// <summary>A tenant for one test, and ways to speak to it as JuryBot would.</summary>
internal sealed class Harness : IAsyncDisposable
{
    private readonly HttpClient http = new();

    private Harness(Tenant tenant) => Tenant = tenant;

    public Tenant Tenant { get; }

    public Organisation Organisation => Tenant.Organisation;

    public Person Coordinator => Organisation.Coordinators.First();

    public Person Juror => Organisation.Jurors.First();

    public static async Task<Harness> StartAsync(TenantOptions? options = null) =>
        new(await Tenant.StartAsync(options ?? new TenantOptions { Jurors = 8, Candidates = 4, GraphLatency = TimeSpan.Zero }));

    public GraphServiceClient Sdk()
    {
        var credential = new SandboxCredential(
            new Uri(Tenant.Address, $"{Organisation.TenantId}/oauth2/v2.0/token"), Organisation.AppId.ToString(), Tenant.Tokens.ClientSecret);
        var authentication = new Microsoft.Kiota.Authentication.Azure.AzureIdentityAuthenticationProvider(
            credential, ["localhost"], null, false, "https://graph.microsoft.com/.default");
        return new GraphServiceClient(authentication, $"{Tenant.Address}graph/v1.0");
    }

    public Task<HttpResponseMessage> GraphAsync(HttpMethod method, string path, object? body = null, string? token = null) =>
        SendAsync(method, $"graph/v1.0{path}", body, token ?? Tenant.Tokens.App("https://graph.microsoft.com/.default"));

    public Task<HttpResponseMessage> TeamsAsync(HttpMethod method, string path, object? body = null, string? token = null) =>
        SendAsync(method, $"teams/v3/conversations{path}", body, token ?? Tenant.Tokens.App("https://api.botframework.com/.default"));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? token = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Tenant.Address, path));
        if (body is not null)
        {
            request.Content = new StringContent(body is JsonNode json ? json.ToJsonString() : System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await http.SendAsync(request);
    }

    /// <summary>A text message as JuryBot posts it.</summary>
    public static object Message(string text) => new { type = "message", text };

    /// <summary>A message with a card as JuryBot posts it.</summary>
    public static JsonObject CardMessage(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Tenant.DisposeAsync();
    }
}

/// <summary>Stands where JuryBot would: keeps what it is told and answers as the test says.</summary>
internal sealed class RecordingBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private RecordingBot(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    public ConcurrentQueue<(JsonObject Activity, string Token)> Received { get; } = new();

    public Func<JsonObject, (int Status, JsonNode? Body)> Answer { get; set; } = _ => (200, null);

    public static async Task<RecordingBot> StartAsync(Uri? address = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        address ??= new Uri($"http://localhost:{Ports.Choose()}/");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port));
        var bot = new RecordingBot(builder.Build(), address);
        bot.app.MapGet("/health/ready", () => Results.Ok());
        bot.app.MapPost("/api/messages", async (HttpContext http) =>
        {
            var activity = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
            bot.Received.Enqueue((activity, http.Request.Headers.Authorization.ToString()["Bearer ".Length..]));
            var (status, body) = bot.Answer(activity);
            return Results.Content(body?.ToJsonString() ?? "", "application/json", Encoding.UTF8, status);
        });
        await bot.app.StartAsync();
        return bot;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
