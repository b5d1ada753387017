using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Rights;

internal static class RightsRoutes
{
    public static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddSingleton<OwnSittings>()
        .AddSingleton<DeclaredLinks>()
        .AddSingleton<KeptOfPerson>()
        .AddSingleton<ExportCandidate>()
        .AddSingleton<ErasePerson>()
        .AddEffect<ForgetPerson, ErasePerson>((handler, effect, delivery, cancellation) => handler.ForgetAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapRights(this RouteGroupBuilder api)
    {
        // A candidate for themselves, the offices for anybody: the verb looks at the relation.
        api.MapGet("/candidates/{id}/export", (string id, HttpContext http, ExportCandidate export) => export.HandleAsync(id, http)).For().WithDescription("For coordinators and directors; for a candidate, their own.")
            .Produces<System.Text.Json.Nodes.JsonObject>().Refuses(404);
        api.MapPost("/people/{person}/erasure", (string person, ErasureRequest request, HttpContext http, ErasePerson erase) => erase.HandleAsync(person, request, http)).For(PersonRole.Director);
        return api;
    }
}
