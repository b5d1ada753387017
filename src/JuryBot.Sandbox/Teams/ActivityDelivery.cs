using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.Faults;

namespace JuryBot.Sandbox.Teams;

/// <summary>What JuryBot answered an activity.</summary>
/// <param name="Status">HTTP status; 0 when it could not be reached for too long.</param>
public sealed partial record DeliveryAnswer(int Status, JsonNode? Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the person saw nothing of an answer before, and pressed again.</summary>
    public bool PressedAgain { get; init; }

    /// <summary>Whether the channel shows a failure without a word of JuryBot's.</summary>
    public bool IsBare => Status is 0 or (>= 500 and not 501) || (Body as JsonObject)?["statusCode"] is JsonValue inner && inner.TryGetValue(out int status) && status >= 500;

    /// <summary>Whether the person is told to try again in a while.</summary>
    public bool SaysTryAgain => Said is { } text && Season.Courtesy.TryAgain().IsMatch(text);

    /// <summary>Whether the person is told that the answer comes later.</summary>
    public bool SaysLater => Said is { } text && Later().IsMatch(text);

    private string? Said => (Body as JsonObject)?["value"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Whether a card's action was refused: answered by a sentence in place of a card, or by a card whose notice below its heading
    /// stands in the attention colour.</summary>
    public bool IsRefusal => Body is JsonObject body && (body["value"] is not JsonObject card
        ? body["type"]?.ToString() == "application/vnd.microsoft.activity.message"
        : (card["body"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(e => e["type"]?.ToString() == "Container")?["style"]?.ToString() == "attention");

    [GeneratedRegex("^(C'est en cours|Working on it)")]
    private static partial Regex Later();
}

/// <summary>Posts activities to JuryBot, signed as the channel does, and again (the same id) while it is unreachable or fails: those that are no invokes, to which the
/// channel wants an answer at once or never.</summary>
internal sealed class ActivityDelivery(Tenant tenant, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromSeconds(2);

    // An invoke must be answered within 15 s, or the person sees "Something went wrong".
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly InboundFaults faults = new(tenant.Wire);

    /// <summary>What goes wrong with activities from now on; <c>null</c> for nothing.</summary>
    public void Disturb(FaultSchedule? schedule) => faults.Schedule = schedule;

    public Task<DeliveryAnswer> DeliverAsync(JsonObject activity, CancellationToken ct) => faults.PassAsync(activity, copy => DeliverUndisturbedAsync(copy, ct));

    private async Task<DeliveryAnswer> DeliverUndisturbedAsync(JsonObject activity, CancellationToken ct)
    {
        using var exchange = tenant.Wire.Begin();
        var (started, pause) = (TimeProvider.System.GetTimestamp(), FirstPause);
        while (true)
        {
            var answer = await TryAsync(activity, ct);
            if (answer is { Status: not (0 or (>= 500 and not 501)) } || activity["type"]!.ToString() == "invoke" || TimeProvider.System.GetElapsedTime(started) + pause > patience)
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
