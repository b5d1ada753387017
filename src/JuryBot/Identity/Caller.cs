using System.Security.Claims;
using JuryBot.Domain.People;
using JuryBot.Storage;

namespace JuryBot.Identity;

/// <summary>Who calls the API: identity from the validated token, rights from the People row.</summary>
/// <param name="Language">What to answer in: the page's language when it says one we have, else the person's.</param>
/// <param name="CommitId">The <c>Idempotency-Key</c> of the request, made personal so that nobody can collide with another's.</param>
public sealed record Caller(Person Person, string Language, string? CommitId)
{
    public bool Is(PersonRole role) => Person.Is(role);

    public Command Command(string verb) => new(verb, Person.Id, CommitId);
}

/// <summary>Finds the caller's person. People with an app role they were not given yet get it once; strangers without one are refused. An answer to what was decided, and waits for a service
/// that does not answer, says so in the header <see cref="Notice"/>.</summary>
internal sealed class CallerFilter(PeopleRegister people, Store store, SavedForLater later, Configuration.OrganisationSettings organisation) : IEndpointFilter
{
    /// <summary>A sentence in the caller's language, percent-encoded.</summary>
    public const string Notice = "JuryBot-Notice";

    private const string Item = "JuryBot.Caller";

    public static Caller Of(HttpContext context) => (Caller)context.Items[Item]!;

    /// <summary>The caller; <c>null</c> of a request that did not come as far as here.</summary>
    public static Caller? Find(HttpContext context) => context.Items[Item] as Caller;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await FindOrSeedAsync(http.User, http.RequestAborted) is not { } person)
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "This person is not known to JuryBot.");
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 100 || key.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '-' and not '_'))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Idempotency-Key: up to 100 letters, digits, '-' and '_'.");
        }

        var caller = new Caller(person, Language(http.Request, person), key.Length == 0 ? null : $"{person.Id}-{key}");
        http.Items[Item] = caller;
        if (http.GetEndpoint()?.Metadata.GetMetadata<RolesRequired>() is not { } required)
        {
            throw new InvalidOperationException($"{http.Request.Path} says nothing about who may call it.");
        }

        if (required.Roles.Length > 0 && !required.Roles.Any(caller.Is))
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: Texts.Of("Features").Get(caller.Language, "Refusal.NotAllowed"));
        }

        var decided = DecidedEffects.Listen();
        var answer = await next(context);
        if (later.Say(decided, caller.Language) is { } sentence)
        {
            http.Response.Headers[Notice] = Uri.EscapeDataString(sentence);
        }

        return answer;
    }

    private static string Language(HttpRequest request, Person person) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.Value is { Length: >= 2 } tag ? tag[..2].ToLowerInvariant() : "")
        .FirstOrDefault(l => l is "fr" or "en") ?? person.Language;

    // Entra app roles only seed what a person may do; from then on our row says.
    private async Task<Person?> FindOrSeedAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (user.FindFirstValue("oid") is not { Length: > 0 } entraId)
        {
            return null;
        }

        var known = await people.FindByEntraAsync(entraId, cancellation);
        var seeds = user.FindAll("roles").Select(r => Enum.TryParse<PersonRole>(r.Value, out var role) ? role : (PersonRole?)null)
            .Where(r => r is PersonRole.Coordinator or PersonRole.Director).Select(r => r!.Value).ToList();
        if (seeds.TrueForAll(role => known?.Seeded.Contains(role) == true) || (user.FindFirstValue("preferred_username") ?? known?.Mail) is not { Length: > 0 } mail)
        {
            return known;
        }

        if ((known?.Id ?? await people.ClaimAsync(mail, entraId, cancellation)) is not { } id)
        {
            return null;
        }

        var unknown = new Person { Id = id, Name = user.FindFirstValue("name") ?? mail, Mail = mail.ToLowerInvariant(), EntraId = entraId, Language = organisation.Language };
        await store.ExecuteAsync(Aggregates.People, id, new Command("person.seed", id), person => PersonVerbs.Seed(person, unknown, seeds), ct: cancellation);

        await people.IndexAsync(id, cancellation);
        return await people.GetAsync(id, cancellation);
    }
}

/// <summary>What an endpoint asks of its caller: one of these roles, or none in particular (the verb itself looks at the relation).</summary>
internal sealed record RolesRequired(params PersonRole[] Roles);

internal static class RolesRequiredExtensions
{
    public static TBuilder For<TBuilder>(this TBuilder builder, params PersonRole[] roles) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RolesRequired(roles));

    public static Caller Caller(this HttpContext context) => CallerFilter.Of(context);
}
