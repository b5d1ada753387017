using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Minutes;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<MinutesCard>()
        .AddSingleton<AcknowledgeMinutes>()
        .AddEffect<AskAcknowledgement, AcknowledgeMinutes>((handler, effect, delivery, cancellation) => handler.AskAsync(effect, delivery, cancellation));
}
