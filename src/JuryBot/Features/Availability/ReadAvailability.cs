using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Availability;

/// <summary>GET /api/sessions/{id}/availability: whose time is unknown, who was asked, and what they said.</summary>
internal sealed class ReadAvailability(Store store, UnknownJurors unknown, PeopleRegister people, TimeProvider time)
{
    public async Task<IResult> HandleAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return Results.NotFound();
        }

        var jurors = await unknown.ListAsync(session, http.RequestAborted);
        var by = new Dictionary<string, string?>();
        foreach (var person in session.Polls.Select(p => p.EnteredBy).OfType<string>().Distinct())
        {
            by[person] = (await people.GetAsync(person, http.RequestAborted))?.Name;
        }

        return Results.Ok(new
        {
            Open = PollVerbs.WhyClosed(session) is null,
            HalfDays = HalfDay.Of(session.Window).Select(half => new
            {
                half.Key,
                half.Date,
                half.IsMorning,
                From = TimeOnly.FromDateTime(half.Range.From),
                To = TimeOnly.FromDateTime(half.Range.To),
            }),
            Jurors = jurors.Select(juror =>
            {
                var poll = session.PollOf(juror.Person.Id);
                return new
                {
                    Person = juror.Person.Id,
                    juror.Person.Name,
                    juror.Person.Mail,
                    Reason = juror.Person.EntraId is null ? "noAccount" : juror.IsUnknown ? "unreadable" : "readable",
                    Channel = juror.InTeams ? "teams" : "mail",
                    Asked = poll?.Asked ?? [],
                    poll?.Until,
                    Open = poll is null || PollVerbs.WhyClosed(session, poll, time.GetUtcNow()) is null,
                    poll?.RemindedAt,
                    poll?.EscalatedAt,
                    Answers = poll?.Answers,
                    poll?.AnsweredAt,
                    EnteredBy = poll?.EnteredBy is { } person ? by[person] ?? person : null,
                };
            }),
        });
    }
}
