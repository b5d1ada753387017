using Azure.Core;
using JuryBot.Configuration;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace JuryBot.Calendars;

internal static class CalendarServices
{
    /// <summary>Microsoft Graph, as the application (no signed-in user).</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(provider =>
        {
            // What is throttled is tried again in one place: not by the SDK as well.
            List<DelegatingHandler> handlers = [.. GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not RetryHandler)];
            handlers.Add(new ReadAgain());
            handlers.Add(ActivatorUtilities.CreateInstance<GraphGate>(provider));
            var http = GraphClientFactory.Create(handlers);
            // A request waits its turn for as long as it may, and has its own time limit then.
            http.Timeout = Timeout.InfiniteTimeSpan;
            // The SDK sends no token to a host that is not on this list.
            var authentication = new AzureIdentityAuthenticationProvider(
                provider.GetRequiredService<TokenCredential>(), [settings.Graph.BaseUrl.Host], null, isCaeEnabled: false, settings.Graph.Scope);
            return new GraphServiceClient(http, authentication, settings.Graph.BaseUrl.ToString().TrimEnd('/'));
        });
        return services.AddSingleton<GraphBatches>().AddSingleton<JuryCalendar>().AddSingleton<Mailer>().AddSingleton<TenantDirectory>().AddSingleton<CalendarChanges>().AddSingleton<EventSubscriptions>().AddSingleton<JuryMailbox>().AddSingleton<TeamsApps>();
    }
}
