using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings.Outlook;

/// <summary>Whether everybody and the room are free at the time an event was moved to. The sitting's own events are no absence; a calendar that cannot be read says nothing.</summary>
internal sealed class MoveCheck(Store store, Reservations reservations, JuryCalendar calendar, OrganisationSettings organisation)
{
    private sealed record Held(string Holder, string Mail, string Name, EventTime At);

    /// <returns>Who is not free, or <c>null</c>.</returns>
    public async Task<Refusal?> WhyNotAsync(Sitting sitting, EventTime to, CancellationToken cancellation)
    {
        var everybody = await EverybodyAsync(sitting, to, cancellation);
        foreach (var held in everybody)
        {
            if ((await reservations.ListAsync(held.Holder, held.At.Start, held.At.End, cancellation)).FirstOrDefault(other => other.Sitting != sitting.Id) is { } other)
            {
                return new Refusal("TakenElsewhere", held.Name, other.From);
            }
        }

        var session = await store.ReadAsync(Aggregates.Sessions, sitting.Session, cancellation);
        if (session is not null && sitting.Panel.Find(m => session.PollOf(m.Person) is { } poll && !IsOffered(poll, session.Window, Local(to))) is { } asked)
        {
            return new Refusal("NotFreeThen", asked.Name);
        }

        var (from, until) = (to.Start.In(organisation.TimeZone), to.End.In(organisation.TimeZone));
        var busy = await calendar.GetBusyAsync(sitting.Mailbox!, [.. everybody.Select(h => h.Mail).Where(mail => mail.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)], from, until, cancellation);
        var own = sitting.Exams.Select(e => Local(new EventTime(e.Start, e.End))).Append(Local(new EventTime(sitting.Start, sitting.End))).Append(Local(to)).ToHashSet();
        return everybody.Find(held => busy.GetValueOrDefault(held.Mail) is { } known && known.Any(b =>
            Local(held.At) is var at && b.From < at.To && at.From < b.To && !own.Contains(new LocalRange(b.From, b.To)))) is { } taken
            ? new Refusal("NotFreeThen", taken.Name)
            : null;
    }

    private async Task<List<Held>> EverybodyAsync(Sitting sitting, EventTime to, CancellationToken cancellation)
    {
        var shift = to.Start - sitting.Start;
        List<Held> everybody = [.. sitting.Panel.Select(m => new Held(m.Person, m.Mail, m.Name, to)), new Held(sitting.Room, sitting.Room, sitting.RoomName, to)];
        var exams = sitting.Exams.FindAll(e => e.State != ExamState.NotHeld);
        var mails = (await store.ReadAllAsync(Aggregates.People, exams.Select(e => e.Candidate), cancellation)).ToDictionary(person => person.Id, person => person.Mail);
        return [.. everybody, .. exams.Select(e => new Held(e.Candidate, mails.GetValueOrDefault(e.Candidate) ?? "", e.Name, new EventTime(e.Start + shift, e.End + shift)))];
    }

    // Whoever was asked is there only where they said so: outside of the session's window nobody asked them.
    private static bool IsOffered(Poll poll, SessionWindow window, LocalRange time) =>
        HalfDay.Of(window).Where(half => half.Range.From < time.To && time.From < half.Range.To).ToList() is { Count: > 0 } halves
        && halves.Min(half => half.Range.From) <= time.From && halves.Max(half => half.Range.To) >= time.To
        && !poll.Unavailable(window).Any(away => away.From < time.To && time.From < away.To);

    private LocalRange Local(EventTime time) => new(time.Start.In(organisation.TimeZone), time.End.In(organisation.TimeZone));
}
