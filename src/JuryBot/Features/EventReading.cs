using JuryBot.Calendars;
using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features;

/// <summary>Takes what the calendar says of an event into its sitting.</summary>
internal sealed class EventReading(Store store, CalendarChanges calendar, TimeProvider time)
{
    /// <summary>Reads an event and takes it in.</summary>
    /// <param name="lookAgain">Whether to read the jury's event again later.</param>
    public async Task ReadAsync(string sitting, string mailbox, string eventId, Command command, CancellationToken cancellation, bool lookAgain = false) =>
        await TakeAsync(sitting, await calendar.ReadAsync(mailbox, eventId, cancellation), command, cancellation, lookAgain);

    /// <summary>Takes in an event that was read.</summary>
    /// <param name="lookAgain">As for <see cref="ReadAsync"/>.</param>
    public Task TakeAsync(string sitting, SeenEvent seen, Command command, CancellationToken cancellation, bool lookAgain = false) =>
        store.ExecuteAsync(Aggregates.Sittings, sitting, command, known => SittingVerbs.Observe(known!, seen, time.GetUtcNow(), lookAgain), ct: cancellation);
}
