using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Independence;

/// <summary>Whom the jurors of a session are to judge.</summary>
internal sealed class SessionPanels(Store store, Reservations reservations, OrganisationSettings organisation)
{
    /// <summary>Every sitting there is.</summary>
    public Task<IReadOnlyList<Sitting>> AllAsync(Session session, CancellationToken cancellation) => store.ReadAllAsync(
        Aggregates.Sittings, Enumerable.Range(0, (session.Plan?.Sittings ?? 0) + session.Added).Select(session.SittingId), cancellation);

    public IReadOnlyList<Owed> Owed(string juror, IEnumerable<Sitting> sittings) => Domain.Sessions.Owed.Of(juror, sittings, organisation.CertificationOf);

    /// <summary>The candidates of one juror, by the time that is held of theirs: few reads, since somebody waits.</summary>
    public async Task<IReadOnlyList<Owed>> OwedAsync(Session session, string juror, CancellationToken cancellation)
    {
        var from = session.Window.From.ToDateTime(TimeOnly.MinValue).ToMoment(organisation.TimeZone);
        var held = await reservations.ListAsync(juror, from, session.Ended, cancellation);
        var ids = held.Select(h => h.Sitting).Where(id => id.StartsWith($"{session.Id}-", StringComparison.Ordinal)).Distinct();
        return Owed(juror, await store.ReadAllAsync(Aggregates.Sittings, ids, cancellation));
    }
}
