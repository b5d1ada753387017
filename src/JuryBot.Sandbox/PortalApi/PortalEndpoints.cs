using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Tokens;

namespace JuryBot.Sandbox.PortalApi;

/// <summary>What the portal's page asks: JSON under <c>/portal</c>.</summary>
internal static class PortalEndpoints
{
    public sealed record SessionBody(string Person);

    public static void MapPortal(this IEndpointRouteBuilder app, Tenant tenant, CancellationToken stopping)
    {
        var api = app.MapGroup("/portal/api");
        api.MapGet("/people", () => tenant.Organisation.People.Select(person => new
        {
            person.Id, person.Name, person.Mail, Kind = Kind(person), person.HasAccount, person.Language, person.Title,
        }));
        api.MapGet("/info", () => new
        {
            Organisation = tenant.Organisation.Name,
            JuryBotUrl = tenant.JuryBots.Public,
            AppUrl = tenant.JuryBots.Public is { } juryBot ? new Uri(juryBot, "app/") : null,
            Now = tenant.Clock.GetUtcNow(), tenant.Organisation.TimeZone, FictitiousRenewal = true,
        });
        app.MapPost("/portal/session", (SessionBody body, HttpContext http) =>
        {
            if (tenant.Organisation.Find(body.Person) is not { } person)
            {
                return Results.NotFound();
            }

            http.Response.Cookies.Append(SignInEndpoints.Cookie, person.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
            return Results.NoContent();
        });
        app.MapGet("/portal/rosters/candidats.csv", () =>
            Results.File(RosterFiles.CandidatesCsv(tenant.Organisation, RosterFiles.PromotionAt(tenant.Clock.GetUtcNow())), "text/csv", "candidats.csv"));
        app.MapGet("/portal/rosters/jures.xlsx", () =>
            Results.File(RosterFiles.JurorsXlsx(tenant.Organisation), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "jures.xlsx"));
        var someone = api.MapGroup("/people/{id}").AddEndpointFilter(async (context, next) =>
            tenant.Organisation.Find(context.HttpContext.GetRouteValue("id") as string) is null ? Results.NotFound() : await next(context));
        someone.MapChat(tenant);
        someone.MapCalendar(tenant);
        someone.MapMail(tenant);
        someone.MapNestedSignIn(tenant);
        api.MapPortalClock(tenant);
        api.MapEvents(tenant, stopping);
    }

    private static string Kind(Person person) => person.Kind switch
    {
        PersonKind.Coordinator => "coordinator",
        PersonKind.Director => "director",
        PersonKind.Juror => "juror",
        _ => "candidate",
    };
}
