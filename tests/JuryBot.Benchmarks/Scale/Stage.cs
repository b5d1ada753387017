using Azure.Storage.Queues;
using JuryBot.Sandbox;
using JuryBot.Sandbox.People;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Scale;
using JuryBot.Tests.WholeApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Benchmarks.Scale;

/// <summary>Azurite, a tenant, storage to fill, and replicas that share it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const int Members = 5;

    /// <summary>As many as keep Azurite busy.</summary>
    public const int WritersInFlight = 12;

    private const int SittingsPerSession = 50;
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(10), Look = TimeSpan.FromMilliseconds(200);
    private readonly AzuriteFixture azurite;
    private readonly WebApplication product;
    private readonly List<Replica> replicas = [];
    private int sessions;

    private Stage(AzuriteFixture azurite, Tenant tenant, string prefix, WebApplication product) =>
        (this.azurite, Tenant, Prefix, this.product, Campaign) = (azurite, tenant, prefix, product, new Campaign(product.Services, tenant.Clock.GetUtcNow()));

    public Tenant Tenant { get; }

    public string Prefix { get; }

    public string Storage => azurite.ConnectionString;

    public Campaign Campaign { get; }

    public IServiceProvider Services => product.Services;

    public IReadOnlyList<Replica> Replicas => replicas;

    /// <summary>Exams stored so far.</summary>
    public int Exams { get; private set; }

    /// <param name="candidates">How many people besides the jurors have an account.</param>
    public static async Task<Stage> StartAsync(AzuriteFixture azurite, int candidates = 1)
    {
        var tenant = await Tenant.StartAsync(new TenantOptions { Jurors = 14, Candidates = candidates, GraphLatency = TimeSpan.Zero });
        var prefix = AzuriteFixture.NewPrefix();
        // The product's own services, to fill storage with; this one does not run.
        var product = JuryBotApplication.Build(House.Arguments(tenant.Settings(new Uri("http://localhost/"), azurite.ConnectionString), new() { ["Storage:Prefix"] = prefix, ["Storage:WakeUpAfter"] = "00:00:01" }));
        var stage = new Stage(azurite, tenant, prefix, product);
        await stage.AddReplicasAsync(1); // which makes the tables
        return stage;
    }

    public async Task AddReplicasAsync(int upTo)
    {
        while (replicas.Count < upTo)
        {
            replicas.Add(await Replica.StartAsync(Tenant, Storage, Prefix));
        }

        Tenant.JuryBots.Addresses = [.. replicas.Select(replica => replica.Address)];
    }

    public async Task StopReplicasAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        replicas.Clear();
    }

    /// <summary>Sittings of twenty exams, fifty to a session, until so many exams are stored.</summary>
    /// <returns>The sessions made and how many sittings each has, last.</returns>
    public async Task<IReadOnlyList<(string Session, int Sittings)>> FillAsync(int exams, IReadOnlyList<Person> panel)
    {
        var made = new List<(string Session, int Sittings)>();
        for (var missing = (exams - Exams + Campaign.MostExams - 1) / Campaign.MostExams; missing > 0; missing -= SittingsPerSession)
        {
            made.Add(($"s{sessions++:D5}", Math.Min(missing, SittingsPerSession)));
        }

        await Parallel.ForEachAsync(made, new ParallelOptions { MaxDegreeOfParallelism = WritersInFlight }, async (session, _) =>
        {
            await Campaign.AddSessionAsync(session.Session, session.Sittings, Campaign.MostExams);
            for (var i = 0; i < session.Sittings; i++)
            {
                await Campaign.AddSittingAsync(session.Session, i, Campaign.MostExams, [.. panel.Select(person => (IdOf(person), person.Name))]);
            }
        });
        Exams += made.Sum(session => session.Sittings) * Campaign.MostExams;
        return made;
    }

    public Task AddPeopleAsync(IEnumerable<Person> people) => Parallel.ForEachAsync(
        people, new ParallelOptions { MaxDegreeOfParallelism = WritersInFlight }, async (person, _) => await Campaign.AddPersonAsync(IdOf(person), person.Id, person.Name, person.Mail));

    public static string IdOf(Person person) => $"p{person.Id}";

    /// <summary>Waits until no replica has asked anything of storage for a while.</summary>
    public async Task WhenQuietAsync(int milliseconds = 60)
    {
        foreach (var replica in replicas)
        {
            while ((await replica.FiguresAsync()).Quiet < milliseconds)
            {
                await Task.Delay(Lull);
            }
        }
    }

    /// <summary>Waits until no wake-up is left, not even one that comes in half a minute and then costs a reading or two.</summary>
    public async Task WhenDrainedAsync()
    {
        var wakeUps = new QueueClient(Storage, $"{Prefix}wakeups".ToLowerInvariant());
        while ((await wakeUps.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
        {
            await Task.Delay(Look);
        }

        await WhenQuietAsync();
    }

    /// <summary>What is wrong with a ledger, <c>null</c> when nothing is.</summary>
    public async Task<string?> FaultAsync() => (await Services.GetRequiredService<LedgerVerifier>().VerifyAsync()).FirstFault;

    public async ValueTask DisposeAsync()
    {
        await StopReplicasAsync();
        await product.DisposeAsync();
        await Tenant.DisposeAsync();
    }
}
