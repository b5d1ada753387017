using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>A jury the coordination calls.</summary>
/// <param name="Block"><c>null</c> for the final one.</param>
/// <param name="Reason">The written reason that some sessions need.</param>
internal sealed record JuryCall(string? Block, DateOnly From, DateOnly To, int Promotion, string? Reason = null, bool Remote = false)
{
    /// <summary>Ids of the candidates who share a slot, by the name of their group.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Id of the certification it decides on.</summary>
    public string Certification { get; init; } = "RNCP31168@2018";

    public JsonObject ToRequest(IEnumerable<string> candidates, IEnumerable<string> rooms) => new()
    {
        ["certification"] = Certification,
        ["promotion"] = Promotion.ToString(CultureInfo.InvariantCulture),
        ["kind"] = Block is null ? "final" : "intermediate",
        ["block"] = Block,
        ["window"] = new JsonObject { ["from"] = $"{From:yyyy-MM-dd}", ["to"] = $"{To:yyyy-MM-dd}", ["dayFrom"] = "09:00", ["dayTo"] = "18:00" },
        ["candidates"] = new JsonArray([.. candidates.Select(c => (JsonNode)c)]),
        ["rooms"] = new JsonArray([.. rooms.Select(r => (JsonNode)r)]),
        ["examMinutes"] = 30,
        ["candidatesPerSitting"] = 8,
        ["reason"] = Reason,
        ["remote"] = Remote,
        ["groups"] = new JsonArray([.. Groups.Select(g => (JsonNode)new JsonObject { ["name"] = g.Key, ["candidates"] = new JsonArray([.. g.Value.Select(c => (JsonNode)c)]) })]),
    };
}

/// <summary>The coordination's work of a season, through the doors it uses: rosters, plans, convocations, revisions, publications.</summary>
internal sealed class SeasonOffice(SandboxRun run, int seed) : IDisposable
{
    private readonly Dictionary<string, string> mails = [];

    public SandboxRun Run => run;

    public Tenant Tenant => run.Tenant;

    public SeasonClock Clock { get; } = new(run);

    public JuryBotApi Api { get; } = new(run.Tenant);

    public Person Coordinator => Tenant.Organisation.Coordinators.First();

    /// <summary>Candidates' mail addresses, by id.</summary>
    public IReadOnlyDictionary<string, string> Mails => mails;

    /// <summary>What JuryBot refused, as answered on the wires.</summary>
    public long Refusals => Api.Refusals + Tenant.Counters.Refusals;

    /// <summary>Imports both rosters, and the same again; before, one full of mistakes.</summary>
    /// <returns>The candidates as JuryBot lists them.</returns>
    public async Task<JsonArray> ImportAsync(byte[] candidates, CancellationToken ct)
    {
        var organisation = Tenant.Organisation;
        var problem = await Api.UploadAsync(Coordinator, "api/rosters/candidates", "candidats.csv", RosterFiles.BadCandidatesCsv(organisation), ct, refused: true);
        Check(problem!["errors"]!.AsArray().Count >= 4, "A bad roster was not refused with all its errors.");
        Check((await Api.GetAsync(Coordinator, "api/candidates", ct))!.AsArray().Count == 0, "A refused roster was stored.");

        await UploadTwiceAsync("api/rosters/candidates", "candidats.csv", candidates, ct);
        await UploadTwiceAsync("api/rosters/jurors", "jures.xlsx", RosterFiles.JurorsXlsx(organisation), ct);
        var expected = organisation.Candidates.Count() + organisation.Jurors.Count();
        await Clock.UntilAsync("the people's list", async () => (await Api.GetAsync(Coordinator, "api/people", ct))!.AsArray().Count >= expected, ct);
        var listed = (await Api.GetAsync(Coordinator, "api/candidates", ct))!.AsArray();
        foreach (var candidate in listed)
        {
            mails[candidate!["id"]!.ToString()] = candidate["mail"]!.ToString();
        }

        return listed;
    }

    /// <summary>Makes the session, has the director appoint presidents for a final jury, and plans it.</summary>
    /// <param name="polled">Whether jurors whose time is unknown are asked for it.</param>
    /// <returns>The session's path in the API.</returns>
    public async Task<string> PlanAsync(JuryCall call, IReadOnlyList<string> heard, bool polled, CancellationToken ct)
    {
        var session = NewSession();
        if (call.Block is null)
        {
            // Who has never signed in is nobody JuryBot could write to.
            await Api.GetAsync(Tenant.Organisation.Director, "api/me", ct);
            await Clock.UntilAsync("the director among the people", async () => (await Api.GetAsync(Coordinator, "api/people", ct))!.AsArray().Any(p => p!["mail"]!.ToString() == Tenant.Organisation.Director.Mail), ct);
        }

        await Api.PutAsync(Coordinator, session, call.ToRequest(heard, await RoomsAsync(ct)), ct);
        if (call.Block is null)
        {
            var page = $"presidents/{session.Split('/')[^1]}";
            await Clock.UntilAsync("the word to the director", () => Tenant.Chats.Cards(Tenant.Organisation.Director).Any(message => message.Card!.Json.ToJsonString().Contains(page, StringComparison.Ordinal))
                || Tenant.Mailboxes.Inbox(Tenant.Organisation.Director.Mail).Any(mail => mail.Html.Contains(page, StringComparison.Ordinal)), ct);
            var people = (await Api.GetAsync(Tenant.Organisation.Director, "api/people", ct))!.AsArray();
            var presidents = people.Where(p => p!["capacities"]?.AsArray().Any(c => c!.ToString() == "president") == true).Select(p => (JsonNode)p!["id"]!.ToString());
            await Api.PostAsync(Tenant.Organisation.Director, $"{session}/presidents", new JsonObject { ["people"] = new JsonArray([.. presidents]) }, ct);
        }

        using var polls = new Polls(run, Clock, Api, seed);
        if (polled)
        {
            await polls.LiveAsync(session, ct);
        }

        await Api.PostAsync(Coordinator, $"{session}/plan", null, ct);
        await Clock.UntilAsync("the plan", async () => await StateAsync(session, ct) != "planning", ct);
        var planned = (await Api.GetAsync(Coordinator, session, ct))!;
        Check(planned["state"]!.ToString() == "planned" && planned["plan"]!["scheduled"]!.GetValue<int>() == heard.Count, $"Not every candidate could be planned: {planned["planProblem"]} {planned["plan"]?["unscheduled"]}");
        Check(polls.Hold(planned["plan"]!["sittings"]!.AsArray()), "A juror was planned where they had not said yes.");
        return session;
    }

    public static string NewSession() => $"api/sessions/{Guid.NewGuid():N}";

    public async Task<IReadOnlyList<string>> RoomsAsync(CancellationToken ct) =>
        [.. (await Api.GetAsync(Coordinator, "api/rooms", ct))!.AsArray().Select(r => r!)
            .Where(r => r["mail"]!.ToString().Contains("paris", StringComparison.OrdinalIgnoreCase) || r["site"]!.ToString().Contains("Paris", StringComparison.Ordinal)).Select(r => r["mail"]!.ToString())];

    /// <returns>Ids of the sittings, in the order they are held.</returns>
    public async Task<IReadOnlyList<string>> ConveneAsync(string session, IReadOnlyCollection<string> heard, CancellationToken ct)
    {
        var seen = (await Api.GetAsync(Coordinator, session, ct))!["plan"]!["sha256"]!.ToString();
        await Api.PostAsync(Coordinator, $"{session}/convene", new JsonObject { ["seen"] = seen }, ct);
        await Clock.UntilAsync("everybody convened", async () => await StateAsync(session, ct) == "convened", ct);
        return await SittingsAsync(session, heard, ct);
    }

    /// <summary>The sittings that stand, in the order they are held, once the session's page shows where everybody is heard.</summary>
    public async Task<IReadOnlyList<string>> SittingsAsync(string session, IReadOnlyCollection<string> heard, CancellationToken ct)
    {
        List<JsonNode> standing = [];
        await Clock.UntilAsync("every sitting", async () =>
        {
            standing = [.. (await Api.GetAsync(Coordinator, session, ct))!["sittings"]!.AsArray().OfType<JsonNode>().Where(s => s["state"]!.ToString() != "cancelled")];
            return standing.SelectMany(s => s["candidates"]!.AsArray()).Select(c => c!.ToString()).ToHashSet().SetEquals(heard);
        }, ct);
        return [.. standing.OrderBy(s => s["start"]!.ToString(), StringComparer.Ordinal).ThenBy(s => s["index"]!.GetValue<int>()).Select(s => s["id"]!.ToString())];
    }

    /// <summary>Finds a candidate a place once everybody is convened, one who joins or one who waits: the proposal is read, then applied.</summary>
    public async Task ReviseAsync(string session, string candidate, CancellationToken ct)
    {
        await Api.PostAsync(Coordinator, $"{session}/revision", new JsonObject { ["candidates"] = new JsonArray(candidate) }, ct);
        await Clock.UntilAsync("the proposal", async () => await RevisionAsync() != "working", ct);
        var revision = (await Api.GetAsync(Coordinator, session, ct))!["revision"]!;
        Check(revision["people"]!.AsArray().Any(p => p!["person"]!.ToString() == candidate), $"The proposal does not place the candidate: {revision["problem"]} {revision["unscheduled"]}");
        await Api.PostAsync(Coordinator, $"{session}/revision/apply", new JsonObject { ["request"] = revision["request"]!.ToString() }, ct);
        await Clock.UntilAsync("the revision applied", async () => await RevisionAsync() == "applied", ct);
        Check((await Api.GetAsync(Coordinator, session, ct))!["revision"]!["refused"]!.AsArray().Count == 0, "A step of the revision was refused.");

        async Task<string> RevisionAsync() => (await Api.GetAsync(Coordinator, session, ct))!["revision"]!["state"]!.ToString();
    }

    public async Task<JsonObject> SittingAsync(string id, CancellationToken ct) => (await Api.GetAsync(Coordinator, $"api/sittings/{id}", ct))!.AsObject();

    public Task ClosedAsync(string id, CancellationToken ct) => Clock.UntilAsync("the sitting closed", async () => (await SittingAsync(id, ct))["state"]!.ToString() == "closed", ct);

    /// <summary>Publishes the sittings; returns when every candidate has been told every block, by mail and in Teams.</summary>
    public async Task PublishAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var (before, blocks, inTeams) = (Outcomes.Read(Tenant), 0, 0);
        foreach (var id in ids)
        {
            foreach (var exam in (await SittingAsync(id, ct))["exams"]!.AsArray())
            {
                var decided = exam!["decisions"]?.AsArray().Count ?? 0;
                blocks += decided;
                inTeams += Tenant.Organisation.Find(mails[exam["candidate"]!.ToString()]) is { HasAccount: true } ? decided : 0;
            }

            await Api.PostAsync(Coordinator, $"api/sittings/{id}/publication", null, ct);
        }

        await Clock.UntilAsync("every outcome told", () => Outcomes.Read(Tenant).Mail - before.Mail >= blocks && Outcomes.Read(Tenant).Teams - before.Teams >= inTeams, ct);
    }

    public async Task<string> StateAsync(string session, CancellationToken ct) => (await Api.GetAsync(Coordinator, session, ct))!["state"]!.ToString();

    public void Dispose() => Api.Dispose();

    /// <exception cref="SandboxException">It does not hold.</exception>
    public static void Check(bool held, string otherwise)
    {
        if (!held)
        {
            throw new SandboxException(otherwise);
        }
    }

    private async Task UploadTwiceAsync(string path, string name, byte[] content, CancellationToken ct)
    {
        await Api.UploadAsync(Coordinator, path, name, content, ct);
        var again = await Api.UploadAsync(Coordinator, path, name, content, ct);
        Check(again!["added"]!.GetValue<int>() == 0 && again["changed"]!.GetValue<int>() == 0, "The same roster again changed something.");
    }
}
