using JuryBot.Configuration;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace JuryBot.Calendars;

/// <summary>Installs JuryBot's app for people through Graph, where the organisation's catalogue has it (setting <c>Graph:TeamsAppId</c>;
/// permission <c>TeamsAppInstallation.ReadWriteSelfForUser.All</c>).</summary>
public sealed class TeamsApps(GraphServiceClient graph, Settings settings)
{
    /// <summary>Installs the app for an account that may have it already.</summary>
    /// <returns>Id of the chat with the bot; <c>null</c> when no app is configured or Graph refuses it for this person.</returns>
    public async Task<string?> InstallAsync(string entraId, CancellationToken cancellation)
    {
        if (settings.Graph.TeamsAppId is not { Length: > 0 } app)
        {
            return null;
        }

        var installed = graph.Users[entraId].Teamwork.InstalledApps;
        try
        {
            await installed.PostAsync(
                new UserScopeTeamsAppInstallation { AdditionalData = new Dictionary<string, object> { ["teamsApp@odata.bind"] = $"{settings.Graph.BaseUrl.ToString().TrimEnd('/')}/appCatalogs/teamsApps/{app}" } },
                cancellationToken: cancellation);
        }
        catch (ODataError already) when (already.ResponseStatusCode == StatusCodes.Status409Conflict)
        {
            // It was there: the chat is what is wanted.
        }
        catch (ODataError refused) when (refused.ResponseStatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
        {
            return null;
        }

        var found = await installed.GetAsync(request =>
        {
            request.QueryParameters.Expand = ["teamsApp"];
            request.QueryParameters.Filter = $"teamsApp/id eq '{app}'";
        }, cancellation);
        return found?.Value is [{ Id: { } id }, ..] ? (await installed[id].Chat.GetAsync(cancellationToken: cancellation))?.Id : null;
    }
}
