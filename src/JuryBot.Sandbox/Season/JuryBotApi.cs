using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season;

/// <summary>JuryBot's API as a person uses it: with their own token, again with the same key while JuryBot is away or says so; each request to the next of its processes.</summary>
public sealed class JuryBotApi(Tenant tenant) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Requests JuryBot refused, as answered on the wire.</summary>
    public int Refusals { get; private set; }

    public async Task<JsonNode?> GetAsync(Person person, string path, CancellationToken ct) => Parse(await SendAsync(person, HttpMethod.Get, path, null, ct));

    /// <summary>The bytes of a file.</summary>
    public Task<byte[]> DownloadAsync(Person person, string path, CancellationToken ct) => SendAsync(person, HttpMethod.Get, path, null, ct);

    public async Task<JsonNode?> PutAsync(Person person, string path, JsonNode body, CancellationToken ct) => Parse(await SendAsync(person, HttpMethod.Put, path, () => JsonContent.Create(body), ct));

    public async Task<JsonNode?> PostAsync(Person person, string path, JsonNode? body, CancellationToken ct) =>
        Parse(await SendAsync(person, HttpMethod.Post, path, body is null ? null : () => JsonContent.Create(body), ct));

    /// <summary>Asks for what must be refused.</summary>
    /// <returns>The rule that refused it.</returns>
    public async Task<string> RefusedAsync(Person person, HttpMethod method, string path, JsonNode? body, CancellationToken ct) =>
        Parse(await SendAsync(person, method, path, body is null ? null : () => JsonContent.Create(body), ct, refused: true))?["type"]?.ToString().Split(':')[^1] ?? "";

    /// <summary>Uploads a file; the answer is the problem when it is refused.</summary>
    public Task<JsonNode?> UploadAsync(Person person, string path, string name, byte[] content, CancellationToken ct, bool refused = false) =>
        UploadAsync(person, path, () => new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } }, ct, refused);

    /// <summary>Sends a form with files.</summary>
    public async Task<JsonNode?> UploadAsync(Person person, string path, Func<MultipartFormDataContent> form, CancellationToken ct, bool refused = false) =>
        Parse(await SendAsync(person, HttpMethod.Post, path, form, ct, refused));

    private static JsonNode? Parse(byte[] answer) => answer.Length == 0 ? null : JsonNode.Parse(answer);

    private async Task<byte[]> SendAsync(Person person, HttpMethod method, string path, Func<HttpContent>? content, CancellationToken ct, bool refused = false)
    {
        using var exchange = tenant.Wire.Begin();
        var (key, started) = (Guid.NewGuid().ToString("N"), TimeProvider.System.GetTimestamp());
        while (true)
        {
            using var request = new HttpRequestMessage(method, new Uri(tenant.JuryBots.Next()!, path)) { Content = content?.Invoke() };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tenant.Tokens.User(person));
            request.Headers.Add("Idempotency-Key", key);
            try
            {
                using var response = await http.SendAsync(request, ct);
                var answer = await response.Content.ReadAsByteArrayAsync(ct);
                if ((int)response.StatusCode >= 500 && !Courtesy.Has(System.Text.Encoding.UTF8.GetString(answer)))
                {
                    tenant.Counters.BareFailure();
                }

                Refusals += (int)response.StatusCode is >= 400 and < 500 ? 1 : 0;
                if (response.IsSuccessStatusCode != refused && (int)response.StatusCode < 500)
                {
                    return answer;
                }

                if ((int)response.StatusCode < 500 || TimeProvider.System.GetElapsedTime(started) > Patience)
                {
                    throw new SandboxException($"{method} {path} answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                // JuryBot is being started again.
            }

            await Task.Delay(Pause, ct);
        }
    }

    public void Dispose() => http.Dispose();
}
