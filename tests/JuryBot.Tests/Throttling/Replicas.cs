using System.Collections.Immutable;
using Azure.Core;
using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Reminders;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace JuryBot.Tests.Throttling;

/// <summary>Two replicas' calendars on one storage, before one tenant's Graph.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300), Patience = TimeSpan.FromMinutes(3);
    private readonly SandboxCredential credential;

    private Replicas(Tenant tenant, Front front, SandboxCredential credential) => (Tenant, Front, this.credential) = (tenant, front, credential);

    public Tenant Tenant { get; }

    public Front Front { get; }

    public StorageHost One { get; private set; } = null!;

    public StorageHost Two { get; private set; } = null!;

    public string Mailbox => Tenant.Organisation.Coordinators.First().Mail;

    public static async Task<Replicas> StartAsync(AzuriteFixture azurite)
    {
        var tenant = await Tenant.StartAsync(new TenantOptions { Jurors = 24, Candidates = 24, GraphLatency = TimeSpan.FromMilliseconds(60) });
        var credential = new SandboxCredential(new Uri(tenant.Address, $"{tenant.Organisation.TenantId}/oauth2/v2.0/token"), tenant.Organisation.AppId.ToString(), tenant.Tokens.ClientSecret);
        var replicas = new Replicas(tenant, await Front.StartAsync(tenant.Address), credential);
        replicas.One = await replicas.StartAsync(azurite, AzuriteFixture.NewPrefix());
        replicas.Two = await replicas.StartAsync(azurite, replicas.One.Prefix);
        return replicas;
    }

    /// <summary>Waits for work to end, and moves the clock whenever nothing is on the wires.</summary>
    public async Task EndAsync(Task work, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!work.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.WhenAny(work, Tenant.Wire.WhenQuietAsync(Quiet));
            await Tenant.Clock.AdvanceAsync(step);
            // What the replicas do in storage shows on no wire.
            Tenant.Wire.Begin().Dispose();
        }

        await work;
    }

    private Task<StorageHost> StartAsync(AzuriteFixture azurite, string prefix)
    {
        var organisation = new OrganisationSettings
        {
            Name = "École", Language = "fr", TimeZone = DateTimeZoneProviders.Tzdb["Europe/Paris"], Certifications = ImmutableSortedDictionary<string, Certification>.Empty,
        };
        var settings = new Settings(new GraphSettings { BaseUrl = Front.Address }, new EntraSettings(), organisation, new Uri("http://localhost/"))
        {
            Reminders = new(organisation.TimeZone.Local(), QuietHours.Usual),
        };
        return StorageHost.StartAsync(azurite, prefix, time: Tenant.Clock, compose: services => services
            .AddSingleton<TokenCredential>(credential).AddSingleton(organisation).AddSingleton<Circuits>().AddCalendars(settings));
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Two.DisposeAsync();
        await Front.DisposeAsync();
        credential.Dispose();
        await Tenant.DisposeAsync();
        Assert.Empty(Tenant.Counters.Violations);
    }
}
