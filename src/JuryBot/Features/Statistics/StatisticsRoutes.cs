using JuryBot.Domain.People;
using JuryBot.Identity;

namespace JuryBot.Features.Statistics;

internal static class StatisticsRoutes
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddSingleton<ClosedExams>().AddSingleton<ReadStatistics>();

    public static RouteGroupBuilder MapStatistics(this RouteGroupBuilder api)
    {
        api.MapGet("/statistics", (string? promotion, int? skip, HttpContext http, ReadStatistics read) => read.HandleAsync(promotion, skip, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/statistics/{file}", (string file, string? promotion, int? skip, HttpContext http, ReadStatistics read) => read.DownloadAsync(file, promotion, skip, http))
            .For(PersonRole.Coordinator, PersonRole.Director).Hands(Answers.Csv).Refuses(404);
        return api;
    }
}
