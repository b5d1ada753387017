using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JuryBot.Benchmarks.Channel;

/// <summary>The floor: what a bot costs without a library. Reads the same activity, makes the same call, writes the same bytes; checks nothing.</summary>
internal static class BareServer
{
    private static readonly SocketsHttpHandler Sockets = new() { AllowAutoRedirect = false, UseCookies = false };
    private static readonly HttpClient Client = new(Sockets);

    public static void Map(WebApplication app) => app.MapPost("/api/messages", AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        using var activity = await JsonDocument.ParseAsync(http.Request.Body);
        if (activity.RootElement.GetProperty("type").ValueEquals("invoke"))
        {
            http.Response.ContentType = MediaTypeNames.Application.Json;
            http.Response.ContentLength = HelpBot.ThanksJson.Length;
            await http.Response.BodyWriter.WriteAsync(HelpBot.ThanksJson);
            return;
        }

        using var response = await Client.SendAsync(Reply(activity.RootElement));
        response.EnsureSuccessStatusCode();
        using var sent = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        _ = sent.RootElement.GetProperty("id").GetString();
    }

    private static HttpRequestMessage Reply(JsonElement activity)
    {
        var conversation = activity.GetProperty("conversation");
        var address = $"{activity.GetProperty("serviceUrl").GetString()!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation.GetProperty("id").GetString()!)}/activities";
        var body = new MemoryStream(2048);
        using (var json = new Utf8JsonWriter(body, new() { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteString("type", "message");
            Copy("channelId", "channelId");
            Copy("serviceUrl", "serviceUrl");
            Copy("from", "recipient");
            Copy("recipient", "from");
            Copy("conversation", "conversation");
            Copy("locale", "locale");
            json.WritePropertyName("attachments");
            json.WriteRawValue(HelpBot.HelpAttachments, skipInputValidation: true);
            json.WriteEndObject();

            void Copy(string name, string from) { json.WritePropertyName(name); activity.GetProperty(from).WriteTo(json); }
        }

        var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        return new(HttpMethod.Post, address) { Content = content };
    }
}
