using JuryBot.Identity;

namespace JuryBot.Features.People;

/// <summary>DELETE /api/people/{person}/links: a person's personal links open nothing any more, at once. Who is to have one again is sent it anew.</summary>
internal sealed partial class RevokeLinks(PeopleRegister people, PersonalLinks links, ILogger<RevokeLinks> logger)
{
    public async Task<IResult> HandleAsync(string person, HttpContext http)
    {
        if (await people.GetAsync(person, http.RequestAborted) is null)
        {
            return Results.NotFound();
        }

        var revoked = await links.RevokeAsync(person, http.RequestAborted);
        LogRevoked(revoked, person, http.Caller().Person.Id);
        return Results.Ok(new { revoked });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Links} personal links of {Person} were revoked by {Actor}")]
    private partial void LogRevoked(int links, string person, string actor);
}
