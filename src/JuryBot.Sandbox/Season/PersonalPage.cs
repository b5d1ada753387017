using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season;

/// <summary>A page of JuryBot's that a link in a mail opens, as a browser without scripts: read it, send its form; again while JuryBot is away.</summary>
public sealed partial class PersonalPage(Tenant tenant) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient http = new();

    /// <summary>Names of a page's fields, each once.</summary>
    public static IReadOnlyList<string> Fields(string html) => [.. Field().Matches(html).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>What a hidden field of a page holds; empty without one.</summary>
    public static string Hidden(string html, string name) =>
        Value().Matches(html).FirstOrDefault(match => match.Groups[1].Value == name)?.Groups[2].Value ?? "";

    public Task<string> GetAsync(Uri link, CancellationToken ct) => SendAsync(HttpMethod.Get, link, null, ct);

    /// <summary>Sends the form and follows where it leads.</summary>
    public Task<string> PostAsync(Uri link, IReadOnlyDictionary<string, string> values, CancellationToken ct) => SendAsync(HttpMethod.Post, link, () => new FormUrlEncodedContent(values), ct);

    /// <summary>Sends a form with files and follows where it leads.</summary>
    public Task<string> UploadAsync(Uri link, Func<MultipartFormDataContent> form, CancellationToken ct) => SendAsync(HttpMethod.Post, link, form, ct);

    /// <summary>The links to a kind of page in the newest mail that has any.</summary>
    /// <param name="purpose">As an address names it, such as <c>convocation</c>.</param>
    public IReadOnlyList<Uri> Mailed(Person person, string purpose) => [.. tenant.Mailboxes.Inbox(person.Mail)
        .Select(mail => Link().Matches(mail.Html).Where(match => match.Groups[2].Value == purpose).Select(match => new Uri(match.Groups[1].Value)).ToList())
        .FirstOrDefault(links => links.Count > 0) ?? []];

    public void Dispose() => http.Dispose();

    private async Task<string> SendAsync(HttpMethod method, Uri link, Func<HttpContent>? content, CancellationToken ct)
    {
        using var exchange = tenant.Wire.Begin();
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, link) { Content = content?.Invoke() };
                using var response = await http.SendAsync(request, ct);
                if ((int)response.StatusCode >= 500 && !Courtesy.Has(await response.Content.ReadAsStringAsync(ct)))
                {
                    tenant.Counters.BareFailure();
                }

                if ((int)response.StatusCode < 500)
                {
                    return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(ct) : throw new SandboxException($"A personal page answered {(int)response.StatusCode}.");
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                // JuryBot is being started again.
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SandboxException("A personal page did not answer.");
            }

            await Task.Delay(Pause, ct);
        }
    }

    [GeneratedRegex("href=\"([^\"]*/([a-z]+)/[A-Za-z0-9_-]+)(?:\\?[^\"]*)?\"")]
    private static partial Regex Link();

    [GeneratedRegex("<input [^>]*name=\"([^\"]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
