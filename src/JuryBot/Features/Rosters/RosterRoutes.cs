using JuryBot.Domain.People;
using JuryBot.Identity;

namespace JuryBot.Features.Rosters;

internal static class RosterRoutes
{
    public static IServiceCollection AddRosters(this IServiceCollection services) => services.AddSingleton<ImportRoster>();

    public static RouteGroupBuilder MapRosters(this RouteGroupBuilder api)
    {
        // Bearer tokens only, no cookies: there is no forged form to fear, so no antiforgery token to ask for.
        api.MapPost("/rosters/candidates", (IFormFile file, string? certification, HttpContext http, ImportRoster import) => import.CandidatesAsync(file, certification, http))
            .For(PersonRole.Coordinator).Refuses(413, 422).DisableAntiforgery().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ImportRoster.SizeLimit));
        api.MapPost("/rosters/jurors", (IFormFile file, string? certification, HttpContext http, ImportRoster import) => import.JurorsAsync(file, certification, http))
            .For(PersonRole.Coordinator).Refuses(413, 422).DisableAntiforgery().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ImportRoster.SizeLimit));
        api.MapGet("/templates/{file}", RosterTemplates.Download).For(PersonRole.Coordinator, PersonRole.Director).Hands(Answers.Csv, Answers.Spreadsheet).Refuses(404);
        return api;
    }
}
