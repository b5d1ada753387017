using Azure.Core;
using Azure.Core.Pipeline;
using JuryBot.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace JuryBot.Storage;

public static class StorageRegistration
{
    /// <summary>Registers <see cref="Store"/>, <see cref="Lookups"/>, <see cref="Reservations"/>, <see cref="Lanes"/>,
    /// <see cref="Blobs"/>, <see cref="Poison"/>, <see cref="LedgerVerifier"/> and the background workers.</summary>
    /// <param name="configuration">Holds section <c>Storage</c>: <see cref="StorageOptions"/>.</param>
    /// <remarks>Takes <see cref="TimeProvider"/>, <see cref="TokenCredential"/> (with addresses instead of a connection
    /// string) and, when there is one, <see cref="HttpPipelineTransport"/> from the container.</remarks>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging();
        services.Configure<StorageOptions>(configuration.GetSection("Storage"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value);
        services.AddSingleton(provider => new StorageClients(
            provider.GetRequiredService<StorageOptions>(), provider.GetService<TokenCredential>(), provider.GetService<HttpPipelineTransport>()));

        // What the features use.
        services.AddSingleton(provider => new Store(Get<StorageClients>(provider), Get<WakeUpQueue>(provider), Get<DrainSignal>(provider), Get<EffectRoutes>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new Lookups(Get<StorageClients>(provider)));
        services.AddSingleton(provider => new Reservations(Get<StorageClients>(provider)));
        services.AddSingleton(provider => new Lanes(Get<StorageClients>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new Blobs(Get<StorageClients>(provider)));
        services.AddSingleton(provider => new Poison(Get<StorageClients>(provider), Get<Lookups>(provider), Get<WakeUpQueue>(provider), Get<DrainSignal>(provider), Get<Deadlines>(provider), Get<TimeProvider>(provider)));
        services.AddSingleton(provider => new LedgerVerifier(Get<StorageClients>(provider)));

        // What carries effects out.
        services.AddSingleton<WakeUpQueue>();
        services.AddSingleton<DrainSignal>();
        services.AddSingleton<EffectRoutes>();
        services.AddSingleton<Courier>();
        services.AddSingleton<OutboxDrain>();
        services.AddSingleton<DeadlineCursor>();
        services.AddSingleton<Deadlines>();
        services.AddSingleton<Chains>();

        // Stopped in reverse: first who starts deliveries, then who runs them.
        services.AddHostedService<StorageSetup>();
        services.AddHostedService(Get<Chains>);
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<WakeUpWorker>();
        services.AddHostedService<DeadlineWorker>();
        return services;
    }

    /// <summary>Says who carries out an effect: exactly one handler for each type. The handler is made per delivery, in a scope.</summary>
    public static IServiceCollection AddEffect<TEffect, THandler>(
        this IServiceCollection services, Func<THandler, TEffect, Delivery, CancellationToken, Task> handle)
        where TEffect : Effect
        where THandler : class
    {
        services.TryAddScoped<THandler>();
        return services.AddSingleton(new EffectRoute(typeof(TEffect), (scope, effect, delivery, ct) =>
            handle(scope.GetRequiredService<THandler>(), (TEffect)effect, delivery, ct)));
    }

    private static T Get<T>(IServiceProvider provider) where T : notnull => provider.GetRequiredService<T>();
}
