using JuryBot.Domain;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

internal static class IntegrityServices
{
    public static IServiceCollection AddIntegrity(this IServiceCollection services) =>
        services.AddEffect<TellParked, TellProblems>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation));
}
