using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Teams;

/// <summary>What JuryBot answered an activity.</summary>
/// <param name="Status">HTTP status; 0 when it could not be reached for too long.</param>
public sealed record DeliveryAnswer(int Status, JsonNode? Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether a card's action was refused: answered by a sentence in place of a card, or by a card whose notice below its heading
    /// stands in the attention colour.</summary>
    public bool IsRefusal => Body is JsonObject body && (body["value"] is not JsonObject card
        ? body["type"]?.ToString() == "application/vnd.microsoft.activity.message"
        : (card["body"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(e => e["type"]?.ToString() == "Container")?["style"]?.ToString() == "attention");
}

/// <summary>Posts activities to JuryBot, signed as the channel does, and again (the same id) while it is unreachable or fails.</summary>
internal sealed class ActivityDelivery(Tenant tenant, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromSeconds(2);

    // An invoke must be answered within 15 s, or the person sees "Something went wrong".
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };

    public async Task<DeliveryAnswer> DeliverAsync(JsonObject activity, CancellationToken ct)
    {
        using var exchange = tenant.Wire.Begin();
        var (started, pause) = (TimeProvider.System.GetTimestamp(), FirstPause);
        while (true)
        {
            var answer = await TryAsync(activity, ct);
            if (answer is { Status: not (0 or (>= 500 and not 501)) } || TimeProvider.System.GetElapsedTime(started) + pause > patience)
            {
                tenant.Counters.Delivery();
                return answer;
            }

            tenant.Counters.Redelivery();
            await Task.Delay(pause, ct);
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
    }

    private async Task<DeliveryAnswer> TryAsync(JsonObject activity, CancellationToken ct)
    {
        if (tenant.JuryBots.Next() is not { } juryBot)
        {
            return new DeliveryAnswer(0, null);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(juryBot, "api/messages"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tenant.Tokens.Activity());
        request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, ct);
            return new DeliveryAnswer((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync(ct)));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return failure is TaskCanceledException ? new DeliveryAnswer((int)HttpStatusCode.GatewayTimeout, null) : new DeliveryAnswer(0, null);
        }
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(body);
        }
    }

    public void Dispose() => http.Dispose();
}
