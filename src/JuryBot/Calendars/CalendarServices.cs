using Azure.Core;
using JuryBot.Configuration;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

namespace JuryBot.Calendars;

internal static class CalendarServices
{
    /// <summary>Microsoft Graph, as the application (no signed-in user).</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(provider =>
        {
            var handlers = GraphClientFactory.CreateDefaultHandlers();
            handlers.Add(new ReadAgain());
            handlers.Add(new MailboxGate());
            var http = GraphClientFactory.Create(handlers);
            // The SDK sends no token to a host that is not on this list.
            var authentication = new AzureIdentityAuthenticationProvider(
                provider.GetRequiredService<TokenCredential>(), [settings.Graph.BaseUrl.Host], null, isCaeEnabled: false, settings.Graph.Scope);
            return new GraphServiceClient(http, authentication, settings.Graph.BaseUrl.ToString().TrimEnd('/'));
        });
        return services.AddSingleton<JuryCalendar>().AddSingleton<Mailer>().AddSingleton<TenantDirectory>().AddSingleton<JuryMailbox>().AddSingleton<TeamsApps>();
    }
}
