using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.Fuzz;

/// <summary>Sends mutated activities under a valid token to the whole application, while a jury is held in it.</summary>
public static class FuzzRun
{
    private const int Parallel = 8, Batch = 400, MostFaults = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Step = TimeSpan.FromSeconds(30);

    /// <param name="storage">A running one.</param>
    /// <param name="count">How many activities.</param>
    /// <param name="seed">The same seed draws the same mutations, of cards whose ids differ from run to run.</param>
    public static async Task<FuzzReport> RunAsync(AzuriteFixture storage, int count, int seed)
    {
        await using var house = await House.StartAsync(storage, settings: new() { ["Bot:AnswerWithin"] = "00:00:04" });
        await Jury.OpenedAsync(house, candidates: house.Organisation.Candidates.Take(2));
        var witness = await Witness.StartAsync(house);
        var tally = new Tally();
        using var http = new HttpClient { Timeout = Patience };
        for (var sent = 0; sent < count; sent += Batch)
        {
            var mutator = new Mutator(house, new Random(unchecked((seed * 1_000_003) + sent)));
            var bodies = Enumerable.Range(0, Math.Min(Batch, count - sent)).Select(_ => mutator.Next()).ToList();
            await System.Threading.Tasks.Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (body, _) => await PostAsync(http, house, body, witness, tally));
            await house.Tenant.Clock.AdvanceAsync(Step);
        }

        await house.SettleAsync();
        var (commits, impossible) = await witness.CheckAsync();
        if (await house.VerifyAsync() is { Ok: false } broken)
        {
            tally.Faults.Enqueue($"A ledger does not fit: {broken.FirstFault}");
        }

        return new(count, tally.Accepted, tally.Verbs, tally.Statuses, commits, [.. tally.Faults.Concat(impossible).Take(MostFaults)]);
    }

    private static async Task PostAsync(HttpClient http, House house, byte[] body, Witness witness, Tally tally)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, "api/messages")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", house.Tenant.Tokens.Activity());
        try
        {
            using var response = await http.SendAsync(request);
            var answer = Parse(await response.Content.ReadAsStringAsync());
            var inner = (answer?["statusCode"] as JsonValue)?.ToString();
            tally.Count((int)response.StatusCode);
            if ((int)response.StatusCode is >= 500 and not 501 || inner == "500")
            {
                tally.Faults.Enqueue($"{(int)response.StatusCode} {answer?.ToJsonString()} to {Encoding.UTF8.GetString(body)}");
            }

            if ((int)response.StatusCode is 200 or 202 && inner != "400")
            {
                tally.Accept(Parse(Encoding.UTF8.GetString(body)));
                witness.LookAt(Parse(Encoding.UTF8.GetString(body)), answer);
            }
        }
        catch (Exception problem) when (problem is TaskCanceledException or HttpRequestException)
        {
            tally.Faults.Enqueue($"{problem.GetType().Name} to {Encoding.UTF8.GetString(body)}");
        }
    }

    private static JsonObject? Parse(string json)
    {
        try
        {
            return json.Length == 0 ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Tally
    {
        private int accepted;

        public ConcurrentDictionary<string, int> Verbs { get; } = new();

        public ConcurrentDictionary<int, int> Statuses { get; } = new();

        public ConcurrentQueue<string> Faults { get; } = new();

        public int Accepted => accepted;

        public void Count(int status) => Statuses.AddOrUpdate(status, 1, (_, times) => times + 1);

        public void Accept(JsonObject? activity)
        {
            Interlocked.Increment(ref accepted);
            Verbs.AddOrUpdate(Witness.VerbOf(activity) is { } verb ? (Witness.Knows(verb) ? verb : "(unknown verb)") : $"({Witness.Text(activity?["type"]) ?? "?"})", 1, (_, times) => times + 1);
        }
    }
}
