using System.Net;

namespace JuryBot.Tests.WholeApp;

/// <summary>A browser without scripts at the personal pages, or somebody who pretends to be one. Follows no redirection.</summary>
internal sealed class Visitor(House house) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public sealed record Page(int Status, string Html, IReadOnlyDictionary<string, string> Headers)
    {
        /// <summary>What a reader sees, its markup and entities apart.</summary>
        public string Text => WebUtility.HtmlDecode(Html);
    }

    public Task<Page> GetAsync(string link) => SendAsync(HttpMethod.Get, link);

    public Task<Page> PostAsync(string link, IEnumerable<KeyValuePair<string, string>> form, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, link, form, headers);

    public async Task<Page> SendAsync(HttpMethod method, string link, IEnumerable<KeyValuePair<string, string>>? form = null, params (string Name, string Value)[] headers)
    {
        using var exchange = house.Tenant.Wire.Begin();
        using var request = new HttpRequestMessage(method, new Uri(house.Address, link)) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request);
        return new Page((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => http.Dispose();
}
