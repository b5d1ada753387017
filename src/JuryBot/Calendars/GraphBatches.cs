using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Storage;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace JuryBot.Calendars;

/// <summary>Asks Graph many things in few requests: <c>$batch</c> takes twenty, and each has its own answer.</summary>
public sealed class GraphBatches(GraphServiceClient graph, Slots slots, TimeProvider time)
{
    private const int PerBatch = 20;
    private const int MostRounds = 4;
    private const string Json = "application/json";
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new() { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

    /// <param name="Wait">As the answer asks, when it was too much.</param>
    private sealed record Answer(int Question, int Status, TimeSpan? Wait, string Body);

    /// <summary>Answers in the order of the questions. Those that one mailbox answers are put one after the other: together they take one of its four places.</summary>
    /// <param name="mailbox">The one asked; <c>null</c> for questions to the directory.</param>
    /// <param name="questions">Only such as change nothing: what was throttled, or stood behind that, is asked again.</param>
    /// <exception cref="ODataError">A question was refused.</exception>
    /// <exception cref="UnavailableException">Graph asked to be left alone for longer than anybody waits.</exception>
    internal async Task<IReadOnlyList<T>> AskAsync<T>(string? mailbox, IReadOnlyList<RequestInformation> questions, CancellationToken cancellation) where T : class, IParsable, new()
    {
        if (questions is [var single])
        {
            return [await graph.RequestAdapter.SendAsync<T>(single, _ => new T(), Errors, cancellation) ?? new T()];
        }

        var found = new T?[questions.Count];
        var open = Enumerable.Range(0, questions.Count).ToList();
        for (var round = 0; open.Count > 0; round++)
        {
            var answers = new List<Answer>();
            foreach (var some in open.Chunk(PerBatch))
            {
                answers.AddRange(await SendAsync(mailbox, [.. some.Select(i => (i, questions[i]))], cancellation));
            }

            var busy = answers.Where(a => a.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable).ToList();
            open = [.. answers.Where(a => busy.Contains(a) || a.Status == StatusCodes.Status424FailedDependency || (ReadAgain.Passes((System.Net.HttpStatusCode)a.Status) && round < MostRounds)).Select(a => a.Question)];
            foreach (var answer in answers.Where(a => !open.Contains(a.Question)))
            {
                found[answer.Question] = answer.Status < 400 ? await ReadAsync<T>(answer.Body, cancellation) : throw new ODataError { ResponseStatusCode = answer.Status };
            }

            if (busy.Count > 0)
            {
                var wait = busy.Max(a => a.Wait) ?? GraphGate.BackOff(round);
                await slots.PauseAsync(GraphGate.Name(mailbox), time.GetUtcNow() + wait, cancellation);
                if (round == MostRounds)
                {
                    throw new UnavailableException("Microsoft Graph", wait);
                }
            }
        }

        return found!;
    }

    private async Task<IReadOnlyList<Answer>> SendAsync(string? mailbox, (int Question, RequestInformation Request)[] questions, CancellationToken cancellation)
    {
        var requests = new JsonArray();
        foreach (var (question, request) in questions)
        {
            using var native = await graph.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request, cancellation) ?? throw new InvalidOperationException("Not a request.");
            var headers = native.Headers.Where(h => h.Key != "Authorization").ToDictionary(h => h.Key, h => (JsonNode?)string.Join(", ", h.Value));
            var content = native.Content is null ? null : await native.Content.ReadAsStringAsync(cancellation);
            if (content is not null)
            {
                headers["Content-Type"] = Json;
            }

            var entry = new JsonObject { ["id"] = $"{question}", ["method"] = native.Method.Method, ["url"] = native.RequestUri!.AbsoluteUri[graph.RequestAdapter.BaseUrl!.Length..], ["headers"] = new JsonObject(headers) };
            if (content is not null)
            {
                entry["body"] = JsonNode.Parse(content);
            }

            if (mailbox is not null && requests is [.., { } before])
            {
                entry["dependsOn"] = new JsonArray(before["id"]!.ToString());
            }

            requests.Add((JsonNode)entry);
        }

        var batch = new RequestInformation { HttpMethod = Method.POST, URI = new Uri($"{graph.RequestAdapter.BaseUrl}/$batch") };
        batch.Headers.Add("Accept", Json);
        batch.SetStreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["requests"] = requests }.ToJsonString())), Json);
        if (mailbox is not null)
        {
            batch.AddRequestOptions([new AsksMailbox(mailbox, questions.Length)]);
        }

        await using var stream = await graph.RequestAdapter.SendPrimitiveAsync<Stream>(batch, Errors, cancellation) ?? throw new HttpRequestException("A batch's answer is empty.");
        var answers = (await JsonNode.ParseAsync(stream, cancellationToken: cancellation))?["responses"]?.AsArray().OfType<JsonObject>().Select(Read).ToDictionary(a => a.Question) ?? [];
        return [.. questions.Select(q => answers.GetValueOrDefault(q.Question) ?? throw new HttpRequestException("A batch's answer leaves a question out."))];
    }

    private static Answer Read(JsonObject answer) => new(
        int.Parse(answer["id"]!.ToString(), CultureInfo.InvariantCulture),
        answer["status"]!.GetValue<int>(),
        double.TryParse(answer["headers"]?["Retry-After"]?.ToString(), CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null,
        answer["body"]?.ToJsonString() ?? "{}");

    private static async Task<T> ReadAsync<T>(string body, CancellationToken cancellation) where T : class, IParsable, new()
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body));
        return (await ParseNodeFactoryRegistry.DefaultInstance.GetRootParseNodeAsync(Json, json, cancellation)).GetObjectValue<T>(_ => new T()) ?? new T();
    }
}
