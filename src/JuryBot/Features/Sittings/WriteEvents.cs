using JuryBot.Calendars;
using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>Brings an event to the plan, unless somebody moved it or took it away in Outlook: then the coordination decides first, and nothing is written over it. What is going to be
/// written is kept beforehand, so that whoever reads the calendar meanwhile knows whose doing it is. Guests, place and subject that somebody changed by hand stay as they are.</summary>
internal sealed class WriteEvents(Store store, JuryCalendar calendar, CalendarChanges changes, TimeProvider time)
{
    public async Task UpdateAsync(Sitting sitting, string mailbox, string eventId, EventDraft draft, CancellationToken cancellation)
    {
        var seen = await changes.ReadAsync(mailbox, eventId, cancellation);
        var (at, content) = (new EventTime(draft.Start, draft.End), draft.Content);
        var begun = await ExecuteAsync("sitting.event-writing", known => SittingVerbs.BeginWriting(known, seen, at, content, time.GetUtcNow()));
        if (seen.At is null || begun.IsDisplaced(eventId))
        {
            return;
        }

        var (shown, modified) = await calendar.UpdateAsync(mailbox, eventId, draft, begun.EditsIn(eventId).On(content), cancellation);
        await ExecuteAsync("sitting.event-written", known => SittingVerbs.EndWriting(known, eventId, at, shown, modified));

        async Task<Sitting> ExecuteAsync(string verb, Func<Sitting, Domain.Decision<Sitting>> decide) =>
            (await store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command(verb, sitting.Coordinator), known => decide(known!), ct: cancellation)).State!;
    }
}
