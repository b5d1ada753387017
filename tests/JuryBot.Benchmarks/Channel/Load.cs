namespace JuryBot.Benchmarks.Channel;

/// <summary>Posts the same activity again and again.</summary>
internal sealed class Load : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false });

    public async Task PostAsync(string address, byte[] body, string? token, int turns, int parallel)
    {
        var left = turns;
        await Task.WhenAll(Enumerable.Range(0, parallel).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/api/messages") { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new("application/json");
                if (token is not null)
                {
                    request.Headers.TryAddWithoutValidation("Authorization", token);
                }

                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }));
    }

    public void Dispose() => http.Dispose();
}
