using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

internal static class IntegrityServices
{
    public static IServiceCollection AddIntegrity(this IServiceCollection services) => services
        .AddSingleton<ProblemsOnCard>()
        .AddSingleton<Whereabouts>()
        .AddSingleton<ParkedElsewhere>()
        .AddEffect<TellParked, TellProblems>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapParked(this RouteGroupBuilder api)
    {
        var parked = api.MapGroup("/parked");
        parked.MapGet("", (HttpContext http, ParkedElsewhere elsewhere) => elsewhere.ListAsync(http)).For(PersonRole.Coordinator, PersonRole.Director);
        parked.MapPost("/problems/{problem}/retry", (string problem, HttpContext http, ParkedElsewhere elsewhere) => elsewhere.RetryAsync(problem, http)).For(PersonRole.Coordinator);
        parked.MapPost("/problems/{problem}/dismissal", (string problem, HttpContext http, ParkedElsewhere elsewhere) => elsewhere.DismissAsync(problem, http)).For(PersonRole.Coordinator);
        return api;
    }
}
