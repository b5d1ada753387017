using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Storage;

namespace JuryBot.Features;

/// <summary>A reminder of a sitting, given or to come.</summary>
/// <param name="Person">Who is reminded, or in vain was; <c>null</c> for the coordination.</param>
/// <param name="Given">When; <c>null</c> for one to come.</param>
/// <param name="EscalatedAt">When the coordinator was told that it had stayed without effect.</param>
/// <param name="Planned">When it comes, or the coordinator is told, as things stand.</param>
public sealed record ListedReminder(ReminderKind Kind, string? Person, string? Name, DateTimeOffset? Given, DateTimeOffset? EscalatedAt, DateTimeOffset? Planned);

/// <summary>When people are reminded, by the clocks where they are.</summary>
internal sealed class ReminderClock(ReminderTerms terms, Store store, OrganisationSettings organisation, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features");

    public ReminderTerms Terms => terms;

    /// <summary>The subject of a mail that may be a reminder.</summary>
    public static string Subject(string subject, bool reminder, string language) => reminder ? Texts.Get(language, "Reminder", subject) : subject;

    /// <summary>The zones of people, by id; the organisation's for whoever is not among them.</summary>
    public async Task<Func<string, LocalZone>> ZonesAsync(IEnumerable<string> people, CancellationToken cancellation)
    {
        var zones = (await store.ReadAllAsync(Aggregates.People, people.Distinct(), cancellation)).ToDictionary(person => person.Id, person => organisation.ZoneOf(person).Local());
        return person => zones.GetValueOrDefault(person, terms.Zone);
    }

    /// <summary>The zones of everybody who may be reminded of something of a sitting.</summary>
    public Task<Func<string, LocalZone>> ZonesAsync(Sitting sitting, CancellationToken cancellation) =>
        ZonesAsync([sitting.Coordinator, .. sitting.Panel.Select(m => m.Person), .. sitting.Exams.Select(e => e.Candidate)], cancellation);

    /// <summary>When the quiet hours end that a person is in; <c>null</c> when they may be written to.</summary>
    public DateTimeOffset? QuietUntil(Person person)
    {
        var now = time.GetUtcNow();
        return terms.Quiet.Next(now, organisation.ZoneOf(person).Local()) is var next && next > now ? next : null;
    }

    /// <summary>Puts a delivery off while its recipient's hours are quiet. Reminders are decided in allowed hours: this is for those that are late.</summary>
    /// <exception cref="RetryLaterException">They are.</exception>
    public void WaitForDay(Person person)
    {
        if (QuietUntil(person) is { } until)
        {
            throw new RetryLaterException(until - time.GetUtcNow(), "QuietHours");
        }
    }

    /// <summary>The reminders of a sitting, given and to come, by time.</summary>
    public async Task<IReadOnlyList<ListedReminder>> ListAsync(Sitting sitting, CancellationToken cancellation)
    {
        var plan = SittingReminders.Plan(sitting, terms, await ZonesAsync(sitting, cancellation), time.GetUtcNow());
        return
        [
            .. sitting.Reminders.Select(r => Show(r.Kind, r.Person, r.At, r.EscalatedAt, plan.FirstOrDefault(p => p.Escalation && (p.Kind, p.Person, p.Since) == (r.Kind, r.Person, r.Since))?.At)),
            .. plan.Where(p => !p.Escalation).OrderBy(p => p.At).Select(p => Show(p.Kind, p.Person, null, null, p.At)),
        ];

        ListedReminder Show(ReminderKind kind, string person, DateTimeOffset? given, DateTimeOffset? escalated, DateTimeOffset? planned) =>
            new(kind, person.Length == 0 ? null : person, sitting.Member(person)?.Name ?? sitting.Exam(person)?.Name, given, escalated, planned);
    }
}
