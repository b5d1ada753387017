using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <summary>Reads the members' answers from the jury's event: on its deadline, and when a coordinator asks.</summary>
internal sealed class TakeAnswers(Store store, EventReading events)
{
    private static readonly TimeSpan UntilThereIsAnEvent = TimeSpan.FromSeconds(30);

    public async Task OnDeadlineAsync(ReadAnswers effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { } sitting
            || sitting.State != SittingState.Convened || sitting.PanelRevision != effect.PanelRevision)
        {
            return;
        }

        if (sitting.EventId is null)
        {
            throw new RetryLaterException(UntilThereIsAnEvent, "The jury's event is not in the calendar yet.");
        }

        await TakeAsync(sitting, new Command("sitting.answers", "jurybot", Cause: delivery.Cause), lookAgain: true, cancellation);
    }

    /// <summary>POST /api/sittings/{id}/refresh.</summary>
    public async Task<Results<NoContent, NotFound>> NowAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting)
        {
            return TypedResults.NotFound();
        }

        if (sitting.EventId is not null && sitting.State == SittingState.Convened)
        {
            await TakeAsync(sitting, http.Caller().Command("sitting.answers"), lookAgain: false, http.RequestAborted);
        }

        return TypedResults.NoContent();
    }

    private Task TakeAsync(Sitting sitting, Command command, bool lookAgain, CancellationToken cancellation) =>
        events.ReadAsync(sitting.Id, sitting.Mailbox!, sitting.EventId!, command, cancellation, lookAgain);
}
