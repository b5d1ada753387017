using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Availability;

/// <param name="Open">Whether answers are still taken.</param>
internal sealed record SessionAvailability(bool Open, IEnumerable<ShownHalfDay> HalfDays, IEnumerable<PolledJuror> Jurors);

/// <param name="Key">What answers are kept under.</param>
internal sealed record ShownHalfDay(string Key, DateOnly Date, bool IsMorning, TimeOnly From, TimeOnly To);

internal enum WhyAsked
{
    NoAccount,
    Unreadable,
    Readable,
}

internal enum AskedBy
{
    Teams,
    Mail,
}

/// <param name="Reason">Why their calendar is not read.</param>
/// <param name="Asked">When they were asked, and asked again.</param>
/// <param name="Until">When their poll closes by itself.</param>
/// <param name="EscalatedAt">When the coordinator was told that there was no answer.</param>
/// <param name="Answers">By half-day; <c>null</c> for who was neither asked nor answered.</param>
/// <param name="EnteredBy">Name of the coordinator who entered the last answer; <c>null</c> when the juror did.</param>
internal sealed record PolledJuror(
    string Person,
    string Name,
    string Mail,
    WhyAsked Reason,
    AskedBy Channel,
    IReadOnlyList<DateTimeOffset> Asked,
    DateTimeOffset? Until,
    bool Open,
    DateTimeOffset? RemindedAt,
    DateTimeOffset? EscalatedAt,
    IReadOnlyDictionary<string, Domain.Sessions.Availability>? Answers,
    DateTimeOffset? AnsweredAt,
    string? EnteredBy);

/// <summary>GET /api/sessions/{id}/availability: whose time is unknown, who was asked, and what they said.</summary>
internal sealed class ReadAvailability(Store store, UnknownJurors unknown, PeopleRegister people, TimeProvider time)
{
    public async Task<Results<Ok<SessionAvailability>, NotFound>> HandleAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var jurors = await unknown.ListAsync(session, http.RequestAborted);
        var by = new Dictionary<string, string?>();
        foreach (var person in session.Polls.Select(p => p.EnteredBy).OfType<string>().Distinct())
        {
            by[person] = (await people.GetAsync(person, http.RequestAborted))?.Name;
        }

        return TypedResults.Ok(new SessionAvailability(
            Open: PollVerbs.WhyClosed(session) is null,
            HalfDays: HalfDay.Of(session.Window).Select(half => new ShownHalfDay(half.Key, half.Date, half.IsMorning, TimeOnly.FromDateTime(half.Range.From), TimeOnly.FromDateTime(half.Range.To))),
            Jurors: jurors.Select(juror =>
            {
                var poll = session.PollOf(juror.Person.Id);
                return new PolledJuror(
                    Person: juror.Person.Id,
                    juror.Person.Name,
                    juror.Person.Mail,
                    Reason: juror.Person.EntraId is null ? WhyAsked.NoAccount : juror.IsUnknown ? WhyAsked.Unreadable : WhyAsked.Readable,
                    Channel: juror.InTeams ? AskedBy.Teams : AskedBy.Mail,
                    Asked: poll?.Asked ?? [],
                    poll?.Until,
                    Open: poll is null || PollVerbs.WhyClosed(session, poll, time.GetUtcNow()) is null,
                    poll?.RemindedAt,
                    poll?.EscalatedAt,
                    Answers: poll?.Answers,
                    poll?.AnsweredAt,
                    EnteredBy: poll?.EnteredBy is { } person ? by[person] ?? person : null);
            })));
    }
}
