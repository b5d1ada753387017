using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

public static class BotHosting
{
    private const int MaxAnswerBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MetadataTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Registers the bot: its authentication and the <see cref="ConnectorClient"/>. Uses the registered <see cref="TokenCredential"/>
    /// and <see cref="TimeProvider"/>, or <see cref="DefaultAzureCredential"/> and the system's clock. Options that will not do stop the process at its start.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Holds <see cref="BotOptions"/>.</param>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<BotOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BotOptions>, BotOptionsValidation>());
        services.AddOptions<ConnectorOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());

        services.AddHttpClient(ChannelKeys.HttpClientName, client =>
            (client.Timeout, client.MaxResponseContentBufferSize) = (MetadataTimeout, MaxAnswerBytes)).RemoveAllLoggers();
        services.AddSingleton<ChannelKeys>();
        services.AddSingleton<ServiceAddresses>();
        services.AddSingleton<BotAuthentication>();
        services.AddSingleton<LateTurns>().AddHostedService(provider => provider.GetRequiredService<LateTurns>());
        services.AddSingleton<Turns>();
        services.AddSingleton<BotEndpoint>();

        AddConnector(services);
        return services;
    }

    /// <summary>Maps the address that the channel posts activities to, usually "/api/messages". The application's own authorization
    /// does not apply to it: the endpoint authenticates the channel itself.</summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string pattern, BotHandler handler) =>
        endpoints.Map(pattern, http => http.RequestServices.GetRequiredService<BotEndpoint>().HandleAsync(http, handler))
            .WithMetadata(new RequestSizeLimitAttribute(BotEndpoint.MaxBodyBytes), new AllowAnonymousAttribute());

    /// <summary>From the outside in: retries by the application's clock, then for each attempt its token, pace and timeout in real time.</summary>
    private static void AddConnector(IServiceCollection services)
    {
        services.AddSingleton<ConnectorToken>();
        services.AddTransient<ConnectorHandler>();
        services.AddTransient<ConnectorRetry>();
        services.AddSingleton(provider => new ConnectorClient(provider.GetRequiredService<IHttpMessageHandlerFactory>(), provider.GetRequiredService<ServiceAddresses>()));
        services.AddHttpClient(ConnectorClient.HttpClientName)
            .RemoveAllLoggers() // Addresses hold ids of people and conversations.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // The client is kept; its connections are not.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = ConnectionLifetime })
            .AddHttpMessageHandler<ConnectorRetry>()
            .AddHttpMessageHandler<ConnectorHandler>();
    }
}
