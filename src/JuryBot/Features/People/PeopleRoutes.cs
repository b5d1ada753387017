using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.People;

internal static class PeopleRoutes
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<RefusalTexts>()
        .AddSingleton<FindingTexts>()
        .AddSingleton<Problems>()
        .AddSingleton<ReadPeople>()
        .AddSingleton<ReadHeld>()
        .AddSingleton<RevokeLinks>()
        .AddEffect<DropLinks, RevokeLinks>((handler, effect, _, cancellation) => handler.DropAsync(effect, cancellation))
        .AddEffect<IndexPerson, PeopleRegister>((register, effect, _, cancellation) => register.IndexAsync(effect.Person, cancellation));

    public static RouteGroupBuilder MapPeople(this RouteGroupBuilder api)
    {
        api.MapGet("/me", (HttpContext http, ReadPeople read) => read.Me(http)).For().WithDescription("For whoever JuryBot knows, of themself.");
        api.MapGet("/people", (HttpContext http, ReadPeople read) => read.ListAsync(http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapPost("/people/find", (FindPersonRequest request, HttpContext http, ReadPeople read) => read.FindAsync(request, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/people/{person}/sittings", (string person, ReadHeld read, CancellationToken cancellation) => read.HandleAsync(person, cancellation)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/certifications", (HttpContext http, ReadPeople read) => read.Certifications(http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapDelete("/people/{person}/links", (string person, HttpContext http, RevokeLinks revoke) => revoke.HandleAsync(person, http)).For(PersonRole.Coordinator);
        return api;
    }
}

/// <param name="Mail">An address, capitals aside.</param>
public sealed record FindPersonRequest(string Mail);

/// <summary>GET /api/me, /api/people and /api/certifications; POST /api/people/find, whose answer is one of the people's list: addresses stay out of URLs.</summary>
internal sealed class ReadPeople(PeopleRegister people, Conversations conversations, OrganisationSettings organisation)
{
    public Ok<Myself> Me(HttpContext http)
    {
        var person = http.Caller().Person;
        return TypedResults.Ok(new Myself(
            person.Id,
            person.Name,
            person.Mail,
            person.Roles,
            person.Language,
            TimeZone: person.TimeZone ?? organisation.TimeZone.Id,
            Organisation: new(organisation.Name, organisation.TimeZone.Id, organisation.Language)));
    }

    public async Task<Ok<IEnumerable<ShownPerson>>> ListAsync(HttpContext http)
    {
        var everybody = await people.ListAsync(http.RequestAborted);
        var reachable = await conversations.ListReachableAsync(http.RequestAborted);
        var candidates = Others(everybody, http);
        return TypedResults.Ok(everybody.Select(p => Show(p, p.EntraId is not null && reachable.Contains(p.EntraId), candidates)));
    }

    public async Task<Results<Ok<ShownPerson>, NotFound>> FindAsync(FindPersonRequest request, HttpContext http) =>
        request.Mail is { Length: > 0 and <= 320 } mail && await people.FindByMailAsync(mail.Trim(), http.RequestAborted) is { Erased: null } person
            ? TypedResults.Ok(Show(
                person,
                person.EntraId is { } account && await conversations.FindAsync(account, http.RequestAborted) is not null,
                Others(person.Links.IsEmpty ? [] : await people.ListAsync(http.RequestAborted), http)))
            : TypedResults.NotFound();

    // Nobody reads here who declared a link with themself; who was erased is not among them.
    private static Dictionary<string, string> Others(IEnumerable<Person> everybody, HttpContext http) => everybody.Where(p => p.Id != http.Caller().Person.Id).ToDictionary(p => p.Id, p => p.Name);

    private static ShownPerson Show(Person p, bool reachable, Dictionary<string, string> others) => new(
        p.Id, p.Name, p.Mail, p.Roles, p.Juror?.Capacities, p.Juror?.College, p.Juror?.External, p.Juror?.Employer, HasAccount: p.EntraId is not null, reachable,
        Links: p.Links.Where(link => others.ContainsKey(link.Candidate)).Select(link => new ShownLink(link.Candidate, others[link.Candidate], link.Kind, Declared: link.Session is not null)));

    public Ok<IEnumerable<ShownCertification>> Certifications(HttpContext http)
    {
        var language = http.Caller().Language;
        return TypedResults.Ok(organisation.Certifications.Values.Select(c => new ShownCertification(
            c.Id,
            c.Code,
            Title: c.Title.In(language),
            Blocks: c.Blocks.Select(b => new CertificationBlock(b.Id, b.Title.In(language), b.GroupWork)),
            c.SynthesisBlock,
            SynthesisQuotation: c.Synthesis.Quotation.Fr,
            Routes: c.Routes.Select(r => new ShownRoute(r.Id, r.Name.In(language), r.Open, r.IntermediateJuries)),
            Roles: new(Roles(c.Intermediate), Roles(c.Final)),
            c.Registrations)));

        IEnumerable<ShownRole> Roles(Domain.Certifications.JuryDefinition jury) => jury.Roles.Select(r => new ShownRole(r.Id, r.Name.In(language), r.Capacity, r.AppointedByDirector));
    }
}
