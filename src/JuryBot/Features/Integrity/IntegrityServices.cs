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
        .AddSingleton<ReadLedger>()
        .AddEffect<TellParked, TellProblems>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapParked(this RouteGroupBuilder api)
    {
        var parked = api.MapGroup("/parked");
        parked.MapGet("", (HttpContext http, ParkedElsewhere elsewhere) => elsewhere.ListAsync(http)).For(PersonRole.Coordinator, PersonRole.Director);
        parked.MapPost("/problems/{problem}/retry", (string problem, HttpContext http, ParkedElsewhere elsewhere) => elsewhere.RetryAsync(problem, http)).For(PersonRole.Coordinator);
        parked.MapPost("/problems/{problem}/dismissal", (string problem, HttpContext http, ParkedElsewhere elsewhere) => elsewhere.DismissAsync(problem, http)).For(PersonRole.Coordinator);
        return api;
    }

    public static RouteGroupBuilder MapLedgers(this RouteGroupBuilder api)
    {
        api.MapGet("/sittings/{id}/ledger", (string id, int? skip, HttpContext http, ReadLedger read) => read.OfSittingAsync(id, skip, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/sessions/{id}/ledger", (string id, int? skip, HttpContext http, ReadLedger read) => read.OfSessionAsync(id, skip, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/candidates/{id}/ledger", (string id, int? skip, HttpContext http, ReadLedger read) => read.OfCandidateAsync(id, skip, http)).For(PersonRole.Coordinator, PersonRole.Director);
        return api;
    }
}
