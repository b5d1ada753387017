using JuryBot.Domain.Reminders;
using JuryBot.Storage;

namespace JuryBot.Features.Reminders;

internal static class ReminderServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<ReminderClock>()
        .AddSingleton<ReminderCard>()
        .AddEffect<WatchSitting, Watch>((handler, effect, delivery, cancellation) => handler.SittingAsync(effect, delivery, cancellation))
        .AddEffect<WatchPolls, Watch>((handler, effect, delivery, cancellation) => handler.PollsAsync(effect, delivery, cancellation))
        .AddEffect<RemindPerson, Remind>((handler, effect, delivery, cancellation) => handler.SendAsync(effect, delivery, cancellation))
        .AddEffect<EscalateReminders, Escalate>((handler, effect, delivery, cancellation) => handler.SittingAsync(effect, delivery, cancellation))
        .AddEffect<EscalatePolls, Escalate>((handler, effect, delivery, cancellation) => handler.PollsAsync(effect, delivery, cancellation));
}
