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
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new() { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

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

        var answers = new T?[questions.Count];
        var open = Enumerable.Range(0, questions.Count).ToList();
        for (var round = 0; open.Count > 0; round++)
        {
            TimeSpan? wait = null;
            var again = new List<int>();
            foreach (var some in open.Chunk(PerBatch))
            {
                var batch = await SendAsync(mailbox, [.. some.Select(i => (i, questions[i]))], cancellation);
                foreach (var (i, answer) in batch)
                {
                    switch ((int)answer.StatusCode)
                    {
                        case StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable:
                            var asked = answer.RetryAfter() ?? GraphGate.BackOff(round);
                            wait = wait > asked ? wait : asked;
                            again.Add(i);
                            break;
                        case StatusCodes.Status424FailedDependency:
                            again.Add(i);
                            break;
                        case >= 400:
                            throw new ODataError { ResponseStatusCode = (int)answer.StatusCode };
                        default:
                            answers[i] = await ReadAsync<T>(answer, cancellation);
                            break;
                    }
                }
            }

            if (wait is { } pause)
            {
                await slots.PauseAsync(GraphGate.Name(mailbox), time.GetUtcNow() + pause, cancellation);
                if (round == MostRounds)
                {
                    throw new UnavailableException("Microsoft Graph", pause);
                }
            }

            open = again;
        }

        return answers!;
    }

    private async Task<IReadOnlyList<(int Question, HttpResponseMessage Answer)>> SendAsync(string? mailbox, (int Question, RequestInformation Request)[] questions, CancellationToken cancellation)
    {
        var steps = new List<BatchRequestStep>();
        foreach (var (question, request) in questions)
        {
            steps.Add(new BatchRequestStep(
                question.ToString(System.Globalization.CultureInfo.InvariantCulture),
                await graph.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request, cancellation),
                mailbox is not null && steps.Count > 0 ? [steps[^1].RequestId] : null));
        }

        using var content = new BatchRequestContent(graph, [.. steps]);
        var asked = await graph.Batch.ToPostRequestInformationAsync(content, cancellation);
        var native = new NativeResponseHandler();
        asked.SetResponseHandler(native);
        if (mailbox is not null)
        {
            asked.AddRequestOptions([new AsksMailbox(mailbox, questions.Length)]);
        }

        await graph.RequestAdapter.SendNoContentAsync(asked, cancellationToken: cancellation);
        var response = (HttpResponseMessage)native.Value!;
        if (!response.IsSuccessStatusCode)
        {
            throw new ODataError { ResponseStatusCode = (int)response.StatusCode };
        }

        var answers = await new BatchResponseContent(response).GetResponsesAsync();
        return [.. questions.Select(q => (q.Question, answers.GetValueOrDefault(q.Question.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? throw new HttpRequestException("A batch's answer leaves a question out.")))];
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellation) where T : class, IParsable, new()
    {
        var json = await answer.Content.ReadAsStreamAsync(cancellation);
        var node = await ParseNodeFactoryRegistry.DefaultInstance.GetRootParseNodeAsync("application/json", json, cancellation);
        return node.GetObjectValue<T>(_ => new T()) ?? new T();
    }
}
