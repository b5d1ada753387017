using System.IO.Compression;
using System.Net.Http.Headers;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using JuryBot.Tests.WholeApp;
using Microsoft.AspNetCore.Routing;

namespace JuryBot.Tests.Operations;

public sealed class HeaderTests(AzuriteFixture azurite)
{
    private static readonly string[] Offices = ["https://teams.microsoft.com", "https://outlook.office365.com", "https://*.office.com", "https://*.cloud.microsoft"];

    [Fact]
    public async Task Every_answer_of_every_route_says_what_a_browser_may_do_with_it()
    {
        using var wire = new Wire();
        await using var house = await House.StartAsync(azurite, settings: new() { ["environment"] = "Production", ["Site:PublicUrl"] = "https://jury.example.org", ["Site:FrameAncestors"] = null, ["Site:OfficeScript"] = null, ["Limits:RefusedPerMinute"] = "100000" }, storage: wire);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var paths = Doors.Of(house).SelectMany(door => (door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(method => (Method: method, Path: Filled(door.RoutePattern.RawText!)))).ToHashSet();
        Assert.True(paths.Count > 60, $"Only {paths.Count} routes.");
        foreach (var (method, path) in paths.Append(("GET", "nowhere")).Append(("GET", "app/")).Append(("GET", "app/none.js")).Append(("GET", "app/pane.html")))
        {
            foreach (var token in new[] { null, house.Tenant.Tokens.User(house.Coordinator) })
            {
                await CheckAsync(method, path, token);
            }
        }

        // A failure too.
        wire.BeforeAsync = _ => throw new KilledException();
        Assert.Equal(500, await CheckAsync("GET", "api/me", house.Tenant.Tokens.User(house.Coordinator)));
        wire.BeforeAsync = _ => Task.CompletedTask;

        async Task<int> CheckAsync(string method, string path, string? token)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(house.Address, path));
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var answer = await http.SendAsync(request);
            var what = $"{method} {path} → {(int)answer.StatusCode}";
            Assert.Equal((what, "nosniff"), (what, One("X-Content-Type-Options")));
            Assert.Equal((what, "no-referrer"), (what, One("Referrer-Policy")));
            Assert.Equal((what, "max-age=31536000; includeSubDomains"), (what, One("Strict-Transport-Security")));
            Assert.StartsWith("camera=()", One("Permissions-Policy"), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"), what);
            var policy = One("Content-Security-Policy").Split("; ");
            var pane = path.StartsWith("app/", StringComparison.Ordinal) || path == "app";
            Assert.True(policy.Contains($"default-src {(pane ? "'self'" : "'none'")}"), what);
            var scripts = policy.SingleOrDefault(rule => rule.StartsWith("script-src ", StringComparison.Ordinal));
            Assert.Equal((what, path == "app/pane.html" ? "script-src 'self' https://appsforoffice.microsoft.com" : null), (what, scripts));
            var frames = policy.Single(rule => rule.StartsWith("frame-ancestors ", StringComparison.Ordinal)).Split(' ')[1..];
            Assert.Equal((what, true), (what, pane ? Offices.All(frames.Contains) && frames.All(site => site == "'self'" || site.StartsWith("https://", StringComparison.Ordinal)) : frames is ["'none'"]));
            Assert.True(!path.StartsWith("api/", StringComparison.Ordinal) || answer.Headers.CacheControl?.NoStore == true, what);
            return (int)answer.StatusCode;

            string One(string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : $"{what}: no {name}";
        }
    }

    [Fact]
    public async Task What_a_page_loads_is_packed_and_kept_and_the_page_is_asked_for_anew()
    {
        await using var house = await House.StartAsync(azurite);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = house.Address, DefaultRequestHeaders = { { "Accept-Encoding", "gzip" } } };
        using var page = await http.GetAsync(new Uri("app/pane.html", UriKind.Relative));
        Assert.Equal((200, true), ((int)page.StatusCode, page.Headers.CacheControl?.NoCache));
        await using var packed = new GZipStream(await page.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        var script = System.Text.RegularExpressions.Regex.Match(await new StreamReader(packed).ReadToEndAsync(), "src=\"/(app/assets/[^\"]+\\.js)\"").Groups[1].Value;
        using var asset = await http.GetAsync(new Uri(script, UriKind.Relative));
        Assert.Equal((200, "gzip"), ((int)asset.StatusCode, Assert.Single(asset.Content.Headers.ContentEncoding)));
        Assert.Equal("public, max-age=31536000, immutable", asset.Headers.CacheControl?.ToString());
    }

    private static string Filled(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern.Trim('/'), "{([^}:]+)[^}]*}", match => match.Groups[1].Value is "version" or "number" ? "1" : "none");
}
