using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Grading;

internal static class GradingServices
{
    public static IServiceCollection AddGrading(this IServiceCollection services) => services
        .AddSingleton<SheetCard>()
        .AddSingleton<SheetLines>()
        .AddSingleton<ClosedSheet>()
        .AddSingleton<SideBySide>()
        .AddSingleton<IntermediateResults>()
        .AddSingleton<FillInSheet>()
        .AddSingleton<ShowSheet>()
        .AddSingleton<RecuseJuror>()
        .AddEffect<SendScoreSheets, SendSheet>((handler, effect, delivery, cancellation) => handler.SendAsync(effect, delivery, cancellation))
        .AddEffect<ResendScoreSheet, SendSheet>((handler, effect, delivery, cancellation) => handler.SendAgainAsync(effect, delivery, cancellation))
        .AddEffect<RefreshScoreSheet, SendSheet>((handler, effect, delivery, cancellation) => handler.RefreshAsync(effect, delivery, cancellation));
}
