using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Deliberating;

internal static class DeliberatingServices
{
    public static IServiceCollection AddDeliberating(this IServiceCollection services) => services
        .AddSingleton<DeliberationCard>()
        .AddSingleton<DecisionForm>()
        .AddSingleton<ProgressCard>()
        .AddSingleton<Rulings>()
        .AddSingleton<FollowSheets>()
        .AddSingleton<ReportCard>()
        .AddSingleton<ReportEvent>()
        .AddSingleton<WaiveSheet>()
        .AddSingleton<OpenDeliberation>()
        .AddSingleton<DecideExam>()
        .AddEffect<OfferDeliberation, OpenDeliberation>((handler, effect, delivery, cancellation) => handler.OfferAsync(effect, delivery, cancellation));
}
