using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.Operations;

/// <summary>A real process that is told to end, as a platform does before it takes a replica away.</summary>
public sealed class ShutdownTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task At_SIGTERM_what_is_under_way_comes_to_its_end_claims_are_given_back_and_nothing_more_is_taken()
    {
        var ended = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var run = await SandboxRun.StartAsync(
            new SandboxRunOptions
            {
                // Calendars take long enough to be asked when the signal comes, and a claim that is not given back lasts longer than the test.
                TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Portal = false, Tenant = new TenantOptions { Jurors = 14, Candidates = 3, Start = Play.Start, GraphLatency = TimeSpan.FromSeconds(5) },
                Settings = new Dictionary<string, string> { ["Storage:Lease"] = "00:10:00" },
            },
            line => _ = line.StartsWith("JuryBot ended unexpectedly", StringComparison.Ordinal) && ended.TrySetResult(line));
        await run.Ready.WaitAsync(Patience);
        var coordinator = run.Tenant.Organisation.Coordinators.First();
        using var api = new JuryBotApi(run.Tenant);
        var session = await PrepareAsync();
        var asked = run.Tenant.Counters.GraphRequests;

        // Calendars are being read, and an activity has been let in whose last word is still to come.
        await api.PostAsync(coordinator, $"{session}/plan", null, default);
        await UntilAsync(() => run.Tenant.Counters.GraphRequests > asked);
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Patience });
        var activity = new Held(new Activities(run.Tenant).Text(coordinator, "held", "aide").ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(run.JuryBotUrl, "api/messages")) { Content = activity };
        request.Headers.ExpectContinue = true;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", run.Tenant.Tokens.Activity());
        var turn = http.SendAsync(request);
        await activity.Asked.WaitAsync(Patience);
        var before = run.Tenant.Chats.Of(coordinator).Count;

        using var kill = Process.Start("kill", ["-TERM", $"{run.JuryBots[0].ProcessId}"]);
        await UntilAsync(() => !Listens(run.JuryBotUrl.Port));
        Assert.False(ended.Task.IsCompleted);
        activity.Release();
        using (var answer = await turn)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(before + 1, run.Tenant.Chats.Of(coordinator).Count);
        Assert.Contains("exit code 0", await ended.Task.WaitAsync(Patience), StringComparison.Ordinal);
        foreach (var table in TableNames.Aggregates)
        {
            Assert.Empty(await new TableClient(run.StorageConnectionString, table).QueryAsync<TableEntity>().Where(row => row.TryGetValue("LeasedUntil", out var until) && until is not null).ToListAsync());
        }

        // The next process goes on where this one was.
        await UntilAsync(() => run.JuryBots[0].Restarts > 0);
        string? state;
        do
        {
            state = (await api.GetAsync(coordinator, session, default))!["state"]!.ToString();
        }
        while (state == "planning");
        Assert.Equal("planned", state);

        async Task<string> PrepareAsync()
        {
            await api.UploadAsync(coordinator, "api/rosters/candidates", "candidats.csv", RosterFiles.CandidatesCsv(run.Tenant.Organisation, 2027), default);
            await api.UploadAsync(coordinator, "api/rosters/jurors", "jures.xlsx", RosterFiles.JurorsXlsx(run.Tenant.Organisation), default);
            JsonArray candidates;
            do
            {
                candidates = (await api.GetAsync(coordinator, "api/candidates", default))!.AsArray();
            }
            while (candidates.Count < 3 || (await api.GetAsync(coordinator, "api/people", default))!.AsArray().Count < 17);
            var rooms = (await api.GetAsync(coordinator, "api/rooms", default))!.AsArray().Select(room => room!["mail"]!.ToString());
            var path = $"api/sessions/{Guid.NewGuid():N}";
            await api.PutAsync(coordinator, path, Jury.Request("1", [candidates[0]!["id"]!.ToString()], rooms), default);
            return path;
        }
    }

    private static bool Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> there) => Assert.True(await Task.Run(() => SpinWait.SpinUntil(there, Patience)));

    /// <summary>A body that is sent once it is asked for and released.</summary>
    private sealed class Held(string body) : HttpContent
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously), released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task;

        public void Release() => released.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            asked.SetResult();
            await released.Task;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(body));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Encoding.UTF8.GetByteCount(body);
            return true;
        }
    }
}
