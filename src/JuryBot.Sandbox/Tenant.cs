using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.Clock;
using JuryBot.Sandbox.Graph;
using JuryBot.Sandbox.Mail;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Sandbox.Tokens;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox;

/// <summary>A Microsoft 365 tenant in one process: its people, calendars, mail and chats, and the wires JuryBot reaches them by.</summary>
public sealed class Tenant : IAsyncDisposable
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(5);
    private readonly TenantOptions options;
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private WebApplication? web;
    private Task saving = Task.CompletedTask;
    private long savedVersion = -1;

    private Tenant(TenantOptions asked, TenantState? kept, int port)
    {
        options = kept is null ? asked : asked with { Seed = kept.Seed, Jurors = kept.Jurors, Candidates = kept.Candidates };
        Address = new Uri($"http://localhost:{port}/");
        Organisation = new OrganisationGenerator(options.Seed).Generate(options.Jurors, options.Candidates);
        Clock = new SandboxClock(kept?.Offset ?? (options.Start - TimeProvider.System.GetUtcNow() ?? TimeSpan.Zero));
        Clock.Moved += () => Feed.Publish("clock");
        Tokens = new TokenOffice(Organisation, Address);
        Mailboxes = new Mailboxes(gate, Clock, Organisation, Feed);
        Calendars = new CalendarBook(gate, Clock, Organisation, Mailboxes, Feed);
        Subscriptions = new GraphSubscriptions(this);
        Chats = new Chats(gate, Clock, Feed);
        JuryBots = new JuryBots(Feed);
        Teams = new TeamsClient(this, options.RedeliverFor);
        Calendars.Import(kept?.Calendars ?? new Appointments(options.Seed, Organisation, Clock).Make());
        Mailboxes.Import(kept?.Mails ?? []);
        Chats.Import(kept?.Chats ?? []);
    }

    /// <summary>http://localhost:port/</summary>
    public Uri Address { get; }

    public Organisation Organisation { get; }

    public SandboxClock Clock { get; }

    public TokenOffice Tokens { get; }

    public Mailboxes Mailboxes { get; }

    public CalendarBook Calendars { get; }

    /// <summary>Who is notified of changes in calendars.</summary>
    public GraphSubscriptions Subscriptions { get; }

    public Chats Chats { get; }

    /// <summary>Acts as a person in Teams.</summary>
    public TeamsClient Teams { get; }

    /// <summary>Where activities go; set its addresses once JuryBot has some.</summary>
    public JuryBots JuryBots { get; }

    public Counters Counters { get; } = new();

    public WireActivity Wire { get; } = new();

    public Feed Feed { get; } = new();

    /// <summary>The connector's address as activities name it.</summary>
    public string ServiceUrl => $"{Address}teams/";

    /// <summary>Folder of the certifications it has beside the built-in one; <c>null</c> for none.</summary>
    public string? CertificationsFolder => NextCertification.FolderOf(options.DataDirectory);

    /// <summary>Starts a tenant, or goes on with the one its data directory holds.</summary>
    public static async Task<Tenant> StartAsync(TenantOptions options, CancellationToken ct = default)
    {
        if (options is { NextVersion: true, DataDirectory: { } directory })
        {
            NextCertification.Write(directory);
        }

        var tenant = new Tenant(options, TenantState.Load(options.DataDirectory), Processes.Ports.Choose(options.Port));
        tenant.web = TenantWeb.Build(tenant, tenant.gate, tenant.options, tenant.stopping.Token);
        await tenant.web.StartAsync(ct);
        tenant.saving = tenant.SaveRegularlyAsync();
        return tenant;
    }

    /// <summary>JuryBot's whole configuration towards this tenant, by configuration key.</summary>
    /// <param name="juryBot">Where people reach JuryBot.</param>
    public IReadOnlyDictionary<string, string> Settings(Uri juryBot, string storageConnectionString) => JuryBotSettings.For(this, juryBot, storageConnectionString);

    /// <summary>Writes the tenant into its data directory, if it has one.</summary>
    public void Save()
    {
        if (options.DataDirectory is not { } directory)
        {
            return;
        }

        byte[] state;
        lock (gate)
        {
            savedVersion = Feed.Version;
            state = new TenantState(options.Seed, options.Jurors, options.Candidates, Clock.Offset, Calendars.Export(), Mailboxes.Export(), Chats.Export()).ToBytes();
        }

        TenantState.Save(directory, state);
    }

    private async Task SaveRegularlyAsync()
    {
        using var timer = new PeriodicTimer(SaveEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                if (savedVersion != Feed.Version)
                {
                    Save();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the last save is the disposer's
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await saving;
        if (web is not null)
        {
            await web.DisposeAsync();
        }

        await Subscriptions.DisposeAsync();
        Save();
        Teams.Dispose();
        Tokens.Dispose();
        Clock.Dispose();
        stopping.Dispose();
    }
}
