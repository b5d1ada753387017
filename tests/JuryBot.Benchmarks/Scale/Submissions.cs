using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Scale;

namespace JuryBot.Benchmarks.Scale;

/// <summary>Sheets handed in through the door that jurors use, and the storage calls that are their floor.</summary>
internal sealed class Submissions(Stage stage) : IDisposable
{
    private static readonly TimeSpan WakeUpAfter = TimeSpan.FromSeconds(30), Never = TimeSpan.FromSeconds(-1);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly Activities activities = new(stage.Tenant);

    /// <summary>A sheet written, then confirmed.</summary>
    /// <param name="between">Runs when the sheet is written and before it is confirmed.</param>
    /// <returns>How long the confirmation took to be answered.</returns>
    public async Task<TimeSpan> HandInAsync(Person juror, string sitting, string candidate, Uri replica, Func<Task>? between = null)
    {
        var (summary, _) = await PressAsync(replica, juror, "sheet.submit", sitting, candidate, Campaign.Sheet("Un projet bien conduit, présenté avec clarté."));
        if (Turns.TakesLong(summary))
        {
            return await HandInAsync(juror, sitting, candidate, replica, between);
        }

        var read = Turns.Read(summary) ?? throw new InvalidOperationException($"No summary: {Turns.Words(summary)}");
        await (between?.Invoke() ?? Task.CompletedTask);
        var (handedIn, took) = await PressAsync(replica, juror, "sheet.confirm", sitting, candidate, new Dictionary<string, string> { ["read"] = read });
        return handedIn.IsRefusal && !Turns.TakesLong(handedIn) ? throw new InvalidOperationException(Turns.Words(handedIn)) : took;
    }

    /// <summary>The calls that a confirmation makes, with rows as one left them, without JuryBot: two reads, a queue put and a transaction.</summary>
    /// <param name="sitting">Where a sheet of the candidate has just been handed in.</param>
    public async Task<Func<Task<TimeSpan>>> BareAsync(Person juror, string sitting, string candidate)
    {
        var (people, sittings) = (new TableClient(stage.Storage, stage.Prefix + TableNames.People), new TableClient(stage.Storage, stage.Prefix + TableNames.Sittings));
        var (bare, queue) = (new TableClient(stage.Storage, $"{stage.Prefix}Bare"), new QueueClient(stage.Storage, $"{stage.Prefix.ToLowerInvariant()}bare"));
        await Task.WhenAll(bare.CreateIfNotExistsAsync(), queue.CreateIfNotExistsAsync());
        var (partition, exam, person) = ($"bare-{sitting}", candidate[^2..], Stage.IdOf(juror));
        var rows = await sittings.QueryAsync<TableEntity>(row => row.PartitionKey == sitting).ToListAsync();
        TableEntity[] changed = [.. rows.Where(row => row.RowKey == $"s|exam|0{exam}" || row.RowKey == $"s|sheet|0{exam}|{person}").Select(row => Copy(row, partition, row.RowKey))];
        var (commit, line) = (rows.Where(row => row.RowKey.StartsWith("c|", StringComparison.Ordinal)).MaxBy(Size)!, rows.Where(row => row.RowKey.StartsWith("l|", StringComparison.Ordinal)).MaxBy(Size)!);
        var root = Copy(rows.Single(row => row.RowKey == "s|"), partition, "s|");
        var tag = (await bare.AddEntityAsync(root)).Headers.ETag!.Value;
        var number = 0;
        return async () =>
        {
            number++;
            var wakeUp = new BinaryData(Encoding.UTF8.GetBytes($$"""{"table":"Sittings","partition":"{{sitting}}","commit":{"id":"{{commit.RowKey}}","number":0} }"""));
            var outbox = new TableEntity(partition, $"o|{number}")
            {
                ["Schema"] = 1, ["Type"] = "ProjectSitting", ["Recipient"] = "projection|s00000", ["SourceTable"] = "Sittings", ["SourcePartition"] = sitting, ["Sequence"] = 1L, ["Index"] = 0,
                ["Effect0"] = $$"""{"notBefore":null,"session":"s00000","sitting":"{{sitting}}"}""",
            };
            var started = TimeProvider.System.GetTimestamp();
            await people.GetEntityAsync<TableEntity>(person, "s|");
            await sittings.QueryAsync<TableEntity>(State(sitting)).ToListAsync();
            await queue.SendMessageAsync(wakeUp, WakeUpAfter, Never);
            var answer = await bare.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpdateReplace, root, tag),
                .. changed.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                new(TableTransactionActionType.Add, outbox),
                new(TableTransactionActionType.Add, Copy(commit, partition, $"c|{number}")),
                new(TableTransactionActionType.Add, Copy(line, partition, $"l|{number}")),
            ]);
            tag = answer.Value[0].Headers.ETag!.Value;
            return TimeProvider.System.GetElapsedTime(started);
        };
    }

    private async Task<(DeliveryAnswer Answer, TimeSpan Took)> PressAsync(Uri replica, Person juror, string verb, string sitting, string candidate, Dictionary<string, string> values)
    {
        var activity = activities.Execute(juror, $"f:{Guid.NewGuid()}", "0", verb, null, Turns.Data(verb, sitting, candidate, values));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(replica, "api/messages")) { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", stage.Tenant.Tokens.Activity());
        var started = TimeProvider.System.GetTimestamp();
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var took = TimeProvider.System.GetElapsedTime(started);
        response.EnsureSuccessStatusCode();
        return (new DeliveryAnswer((int)response.StatusCode, JsonNode.Parse(body)), took);
    }

    private static string State(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"s|"} and RowKey lt {"s}"}");

    private static int Size(TableEntity row) => row.Sum(property => property.Value is string text ? text.Length : 0);

    private static TableEntity Copy(TableEntity row, string partition, string key) => new(row.Where(p => p.Key is not ("odata.etag" or "Timestamp")).ToDictionary()) { PartitionKey = partition, RowKey = key };

    public void Dispose() => http.Dispose();
}
