using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using JuryBot.Sandbox;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Wire;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace JuryBot.Tests.WholeApp;

/// <summary>JuryBot in this process before a tenant of its own, as its host composes it: only its time and its credential are the
/// sandbox's. Tests come in by the doors that people use.</summary>
internal sealed class House : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3), Quiet = TimeSpan.FromMilliseconds(100), Breath = TimeSpan.FromMilliseconds(25), Step = TimeSpan.FromSeconds(30), Lull = TimeSpan.FromMinutes(8);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly SandboxCredential credential;
    private readonly Func<Uri, WebApplication> build;
    private readonly string prefix;
    private readonly TableServiceClient tables;
    private readonly IReadOnlyList<WebApplication> replicas;
    private readonly IReadOnlyList<Uri> addresses;
    private int turn;

    private House(Tenant tenant, Func<Uri, WebApplication> build, IReadOnlyList<WebApplication> replicas, SandboxCredential credential, string prefix, TableServiceClient tables) =>
        (Tenant, this.build, this.replicas, addresses, this.credential, this.prefix, this.tables) = (tenant, build, replicas, tenant.JuryBots.Addresses, credential, prefix, tables);

    public Tenant Tenant { get; }

    public WebApplication App => replicas[0];

    public Uri Address => addresses[0];

    public Organisation Organisation => Tenant.Organisation;

    public Person Coordinator => Organisation.Coordinators.First();

    /// <summary>The mailbox juries are run from.</summary>
    public string JuryMailbox => App.Configuration["Graph:Mailbox"] is { Length: > 0 } shared ? shared : Organisation.Coordinators.First().Mail;

    /// <summary>Limits of Microsoft 365 that the test has JuryBot overstep; any other fails the test when the house is left.</summary>
    public HashSet<string> Provoked { get; } = [];

    public Person Director => Organisation.Director;

    public static TenantOptions Small => new() { Jurors = 14, Candidates = 3, Start = Play.Start, GraphLatency = TimeSpan.Zero, RedeliverFor = TimeSpan.FromSeconds(1) };

    /// <param name="azurite">The storage everybody shares, under a prefix of this house's own.</param>
    /// <param name="tenant">What tenant to make; a small one unless told.</param>
    /// <param name="settings">Configuration besides the sandbox's.</param>
    /// <param name="storage">The edge to storage, to interrupt what JuryBot does there.</param>
    /// <param name="adapt">Configuration that depends on the tenant, in place of <paramref name="settings"/>.</param>
    /// <param name="replicas">How many JuryBots share the work; requests and activities go to each in turn.</param>
    public static async Task<House> StartAsync(
        AzuriteFixture azurite, TenantOptions? tenant = null, Dictionary<string, string?>? settings = null, HttpPipelineTransport? storage = null, Func<Tenant, Task<Dictionary<string, string?>>>? adapt = null,
        int replicas = 1)
    {
        var started = await Tenant.StartAsync(tenant ?? Small);
        settings = adapt is null ? settings : await adapt(started);
        started.JuryBots.Addresses = [.. Enumerable.Range(0, replicas).Select(_ => new Uri($"http://localhost:{Ports.Choose()}/"))];
        var prefix = AzuriteFixture.NewPrefix();
        var organisation = started.Organisation;
        var credential = new SandboxCredential(new Uri(started.Address, $"{organisation.TenantId}/oauth2/v2.0/token"), organisation.AppId.ToString(), started.Tokens.ClientSecret);
        WebApplication Build(Uri at) => JuryBotApplication.Build(
            Arguments(started.Settings(started.JuryBots.Addresses[0], azurite.ConnectionString), new(settings ?? []) { ["Storage:Prefix"] = prefix, ["Bot:AnswerWithin"] = settings?.GetValueOrDefault("Bot:AnswerWithin") ?? "00:00:14", ["Limits:RefusedPerMinute"] = settings?.GetValueOrDefault("Limits:RefusedPerMinute") ?? "100000", ["urls"] = at.ToString() }),
            services => services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(started.Clock))
                .Replace(ServiceDescriptor.Singleton<TokenCredential>(credential))
                .AddLogging(logging => logging.ClearProviders())
                .Add(storage is null ? [] : [ServiceDescriptor.Singleton(storage)]));
        var apps = started.JuryBots.Addresses.Select(Build).ToList();
        await Task.WhenAll(apps.Select(app => app.StartAsync()));
        await started.Teams.InstallEverywhereAsync();
        return new House(started, Build, apps, credential, prefix, new TableServiceClient(azurite.ConnectionString));
    }

    /// <summary>Another JuryBot on the same storage, at an address of its own. Who started it disposes of it.</summary>
    public async Task<WebApplication> StartReplicaAsync()
    {
        var replica = build(new Uri($"http://localhost:{Ports.Choose()}/"));
        await replica.StartAsync();
        return replica;
    }

    /// <summary>Configuration as JuryBot's command line; the second set wins.</summary>
    public static string[] Arguments(IReadOnlyDictionary<string, string> settings, Dictionary<string, string?>? changed = null) =>
    [
        "--hostBuilder:reloadConfigOnChange", "false",
        .. settings.Where(s => changed?.ContainsKey(s.Key) != true).SelectMany(s => new[] { $"--{s.Key}", s.Value }),
        .. (changed ?? []).Where(s => s.Value is not null).SelectMany(s => new[] { $"--{s.Key}", s.Value! }),
    ];

    public Task<Answer> GetAsync(Person? who, string path) => SendAsync(who is null ? null : Tenant.Tokens.User(who), HttpMethod.Get, path);

    public Task<Answer> PutAsync(Person who, string path, JsonNode body) => SendAsync(Tenant.Tokens.User(who), HttpMethod.Put, path, JsonContent.Create(body));

    /// <summary>The coordinator convenes the plan that the session shows.</summary>
    public async Task<Answer> ConveneAsync(string session) => await PostAsync(Coordinator, $"{session}/convene", new JsonObject { ["seen"] = await SeenAsync(session) });

    /// <summary>The same while no calendar can be read, so that it goes by what was known when the plan was made.</summary>
    public async Task<Answer> ConveneUnseenAsync(string session)
    {
        Tenant.Wire.Hook = (request, moment) => Task.FromResult(moment == Moment.Before && request.Service == "graph" ? new Interference(503) : null);
        var answer = await ConveneAsync(session);
        Tenant.Wire.Hook = null;
        await WhenMicrosoftAnswersAsync();
        return answer;
    }

    public Task WhenMicrosoftAnswersAsync() => UntilAsync("Microsoft 365 answering", async () => (await GetAsync(Coordinator, "api/rooms")).Status == 200);

    /// <summary>Fingerprint of the session's plan.</summary>
    public async Task<string> SeenAsync(string session) => (await GetAsync(Coordinator, session)).Accepted()["plan"]["sha256"]!.ToString();

    public Task<Answer> PostAsync(Person who, string path, JsonNode? body = null, string? key = null) =>
        SendAsync(Tenant.Tokens.User(who), HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), key);

    public Task<Answer> UploadAsync(Person who, string roster, string name, byte[] content) =>
        SendAsync(Tenant.Tokens.User(who), HttpMethod.Post, $"api/rosters/{roster}", new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } });

    /// <param name="key">The request's Idempotency-Key.</param>
    public async Task<Answer> SendAsync(string? token, HttpMethod method, string path, HttpContent? content = null, string? key = null)
    {
        using var exchange = Tenant.Wire.Begin();
        var replica = addresses[(int)((uint)Interlocked.Increment(ref turn) % (uint)addresses.Count)];
        using var request = new HttpRequestMessage(method, new Uri(replica, path)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        // What is refused for its size is answered before it is sent, and the connection closed.
        request.Headers.ExpectContinue = content is MultipartFormDataContent;
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync())
        {
            Notice = response.Headers.TryGetValues("JuryBot-Notice", out var said) ? Uri.UnescapeDataString(said.Single()) : null,
        };
    }

    public async Task<byte[]> DownloadAsync(Person who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tenant.Tokens.User(who));
        using var response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>Waits for an effect, and moves the clock forward whenever everyone waits.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> there)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await there())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Waited in vain for: {what}");
            await Tenant.Wire.WhenQuietAsync(Quiet);
            if (!await there())
            {
                await Tenant.Clock.AdvanceAsync(Step);
                // Work that no wire shows needs real time: without, a quiet that lasts already would let the clock run away by days.
                await Task.Delay(Breath);
            }
        }
    }

    public Task UntilAsync(string what, Func<bool> there) => UntilAsync(what, () => Task.FromResult(there()));

    /// <summary>Lets everything under way come to its end, later effects of the next two minutes included.</summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < 4; i++)
        {
            await Tenant.Wire.WhenQuietAsync(3 * Quiet);
            await Tenant.Clock.AdvanceAsync(Step);
        }

        await Tenant.Wire.WhenQuietAsync(3 * Quiet);
    }

    /// <summary>Every row of every table with its version, once everything under way has come to its end and nothing is due for a while
    /// (JuryBot reads calendars by itself): nothing was written between two equal snapshots. The sending budget, the deadlines and what is known of watched mailboxes move by themselves and are left out: a new deadline comes from a commit,
    /// and a commit shows.</summary>
    public async Task<IReadOnlyList<string>> SnapshotAsync()
    {
        await SettleAsync();
        while (await IsDueAsync(Tenant.Clock.GetUtcNow() + Lull))
        {
            // Whoever is to see to it needs real time for that: a quiet that lasts already must not let the clock run away.
            Tenant.Wire.Begin().Dispose();
            await SettleAsync();
        }

        var rows = new List<string>();
        await foreach (var table in tables.QueryAsync(t => t.Name.CompareTo(prefix) >= 0 && t.Name.CompareTo($"{prefix}zz") < 0))
        {
            if (table.Name == $"{prefix}{TableNames.Lanes}" || table.Name == $"{prefix}{TableNames.Deadlines}" || table.Name == $"{prefix}{TableNames.Mailboxes}")
            {
                continue;
            }

            // Which activities were heard is kept to answer each once; it is nobody's state.
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>().Where(row => !row.PartitionKey.StartsWith("heard|", StringComparison.Ordinal) && !row.PartitionKey.StartsWith("calendar-round|", StringComparison.Ordinal)))
            {
                rows.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>Every row of every table as text, with its table's name.</summary>
    public async Task<IReadOnlyList<(string Table, string Row)>> RowsAsync()
    {
        var rows = new List<(string, string)>();
        foreach (var table in TableNames.All)
        {
            await foreach (var row in tables.GetTableClient($"{prefix}{table}").QueryAsync<TableEntity>())
            {
                rows.Add((table, string.Join('\n', row.Select(property => property.Value))));
            }
        }

        return rows;
    }

    /// <summary>Every entry of every ledger.</summary>
    public async Task<IReadOnlyList<(string Partition, LedgerEntry Entry)>> LedgersAsync()
    {
        var entries = new List<(string, LedgerEntry)>();
        foreach (var table in TableNames.Aggregates)
        {
            await foreach (var row in tables.GetTableClient($"{prefix}{table}").QueryAsync<TableEntity>(r => r.RowKey.CompareTo("l|") > 0 && r.RowKey.CompareTo("l}") < 0))
            {
                entries.Add((row.PartitionKey, LedgerEntry.FromRow(row).Entry!));
            }
        }

        return entries;
    }

    private async Task<bool> IsDueAsync(DateTimeOffset by)
    {
        await foreach (var row in tables.GetTableClient($"{prefix}{TableNames.Deadlines}").QueryAsync<TableEntity>())
        {
            if (row.GetString("SourceTable") != TableNames.Mailboxes && row.GetDateTimeOffset("NotBefore") <= by)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every ledger fits its rows.</summary>
    public async Task<VerificationReport> VerifyAsync() => await App.Services.GetRequiredService<LedgerVerifier>().VerifyAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var app in replicas)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        http.Dispose();
        credential.Dispose();
        await Tenant.DisposeAsync();
        Assert.DoesNotContain(Tenant.Counters.Violations, violation => !Provoked.Contains(violation.Key));
    }
}

/// <summary>One house for the tests of a class that leave it as they found it.</summary>
public sealed class SharedHouse(AzuriteFixture azurite) : IAsyncLifetime
{
    internal House House { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        House = await House.StartAsync(azurite);
        // A first sign-in writes; tests that look for what was written come after it.
        (await House.GetAsync(House.Coordinator, "api/me")).Accepted();
        await House.SettleAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
