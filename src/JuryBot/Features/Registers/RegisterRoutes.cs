using JuryBot.Domain.Awards;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Registers;

internal static class RegisterRoutes
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddSingleton<WriteAwards>()
        .AddSingleton<WriteResults>()
        .AddSingleton<AwardRegister>()
        .AddEffect<IndexAward, AwardRegister>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapRegisters(this RouteGroupBuilder api)
    {
        api.MapGet("/registers/awards", (HttpContext http, WriteAwards write) => write.HandleAsync(http)).For(PersonRole.Coordinator, PersonRole.Director).Hands(Answers.Spreadsheet);
        api.MapGet("/sessions/{id}/results", (string id, HttpContext http, WriteResults write) => write.HandleAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director).Hands(Answers.Spreadsheet).Refuses(404);
        return api;
    }
}
