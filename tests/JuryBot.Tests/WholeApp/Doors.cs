using System.Net.Http.Json;
using JuryBot.Sandbox.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>Every route JuryBot has, as it says itself, so that a new one cannot be forgotten.</summary>
internal static class Doors
{
    public static IEnumerable<RouteEndpoint> Of(House house) => house.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Every route of the API with something in the place of its parameters.</summary>
    public static IEnumerable<(HttpMethod Method, string Path)> Calls(House house) => from endpoint in Of(house)
        let path = endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("api/", StringComparison.Ordinal) && path != "api/messages"
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (new HttpMethod(method), path.Replace("{id}", "none", StringComparison.Ordinal).Replace("{person}", "none", StringComparison.Ordinal).Replace("{file}", "jurors.csv", StringComparison.Ordinal)
            .Replace("{candidate}", "none", StringComparison.Ordinal).Replace("{juror}", "none", StringComparison.Ordinal).Replace("{version:int}/{number:int}", "1/1", StringComparison.Ordinal));

    /// <summary>The status when this person calls, with a body the route can read.</summary>
    public static async Task<int> TryAsync(House house, Person who, HttpMethod method, string path) =>
        (await house.SendAsync(house.Tenant.Tokens.User(who), method, path, Body(method, path))).Status;

    private static HttpContent? Body(HttpMethod method, string path) => path switch
    {
        _ when method == HttpMethod.Get || method == HttpMethod.Delete => null,
        _ when path.StartsWith("api/rosters", StringComparison.Ordinal) => new MultipartFormDataContent { { new ByteArrayContent("x"u8.ToArray()), "file", "x.csv" } },
        _ when path.EndsWith("receipts", StringComparison.Ordinal) || path.EndsWith("checks", StringComparison.Ordinal) => new MultipartFormDataContent { { new ByteArrayContent("x"u8.ToArray()), "file", "x.xml" } },
        _ when path.EndsWith("accrochage/exports", StringComparison.Ordinal) => JsonContent.Create(new { again = false }),
        _ when path.EndsWith("/birth", StringComparison.Ordinal) => JsonContent.Create(new { data = new { } }),
        _ when method == HttpMethod.Put => JsonContent.Create(Jury.Request("1", ["none"], ["none"])),
        _ when path.EndsWith("presidents", StringComparison.Ordinal) => JsonContent.Create(new { people = new[] { "none" } }),
        _ when path.EndsWith("moves", StringComparison.Ordinal) => JsonContent.Create(new { seen = "none", sitting = "none", start = "2026-10-12T09:00", room = "none" }),
        _ when path.EndsWith("moves/undo", StringComparison.Ordinal) || path.EndsWith("convene", StringComparison.Ordinal) => JsonContent.Create(new { seen = "none" }),
        _ when path.EndsWith("asks", StringComparison.Ordinal) => JsonContent.Create(new { people = new[] { "none" } }),
        _ when path.Contains("/availability/", StringComparison.Ordinal) => JsonContent.Create(new { answers = new Dictionary<string, string>() }),
        _ when path.Contains("/sheets/", StringComparison.Ordinal) => new MultipartFormDataContent { { new StringContent("{}"), "sheet" }, { new ByteArrayContent("x"u8.ToArray()), "scan", "x.pdf" } },
        _ when path.Contains("/deposits/", StringComparison.Ordinal) => new MultipartFormDataContent { { new ByteArrayContent("x"u8.ToArray()), "files", "x.pdf" } },
        _ when path.EndsWith("departures", StringComparison.Ordinal) => JsonContent.Create(new { person = "none", reason = "none" }),
        _ when path.EndsWith("annulment", StringComparison.Ordinal) => JsonContent.Create(new { sameJury = true, reason = "none" }),
        _ when path.EndsWith("annulments", StringComparison.Ordinal) => JsonContent.Create(new { block = "1", reason = "none" }),
        _ when path.EndsWith("postponement", StringComparison.Ordinal) || path.EndsWith("irregularity", StringComparison.Ordinal) => JsonContent.Create(new { reason = "none" }),
        _ when path.EndsWith("adoption", StringComparison.Ordinal) => JsonContent.Create(new { start = "2026-10-12T07:00:00Z", end = "2026-10-12T08:00:00Z" }),
        _ when path.EndsWith("restoration", StringComparison.Ordinal) => JsonContent.Create(new { candidate = "none" }),
        _ when path.EndsWith("keeping", StringComparison.Ordinal) || path.EndsWith("undoing", StringComparison.Ordinal) => JsonContent.Create(new { at = "2026-10-12T07:00:00Z", candidate = "none" }),
        _ when path.EndsWith("erasure", StringComparison.Ordinal) => JsonContent.Create(new { reason = "none" }),
        _ when path.EndsWith("plan/choice", StringComparison.Ordinal) => JsonContent.Create(new { plan = "none", proposal = 2 }),
        _ when path.EndsWith("documents", StringComparison.Ordinal) => JsonContent.Create(new { kind = "minutes" }),
        _ when path.EndsWith("people/find", StringComparison.Ordinal) => JsonContent.Create(new { mail = "none@example.org" }),
        _ when path.EndsWith("replacements", StringComparison.Ordinal) => JsonContent.Create(new { declined = "none", substitute = "none" }),
        _ => null,
    };
}
