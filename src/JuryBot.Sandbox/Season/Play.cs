using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>A jury season lived without anyone, through the doors people use: import, appoint, plan, convene, answer, replace, revise,
/// grade, decide, publish.</summary>
/// <param name="progress">Hears what is going on, and how much of the season is done, 0 to 1.</param>
public sealed class Play(SandboxRun run, int seed, Action<string, double> progress) : IDisposable
{
    /// <summary>When the season's clock starts: a Monday morning in Paris.</summary>
    public static readonly DateTimeOffset Start = new(2026, 10, 5, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The promotion that ends its year in the season.</summary>
    public const int Promotion = 2027;

    private readonly Tenant tenant = run.Tenant;
    private readonly SeasonClock clock = new(run);
    private readonly JuryBotApi api = new(run.Tenant, run.JuryBotUrl);
    private readonly Verdicts verdicts = new(run.Tenant.Organisation.Candidates, seed);
    private readonly Random random = new(seed);
    private readonly Dictionary<string, string> mails = [];
    private readonly HashSet<string> accounts = [];
    private bool someoneDeclined, someoneCameLate;

    private Person Coordinator => tenant.Organisation.Coordinators.First();

    /// <summary>What JuryBot refused, as answered on the wires.</summary>
    public long Refusals => api.Refusals + tenant.Counters.Refusals;

    /// <summary>The juries of the season: block (<c>null</c> for the final one) and first and last day.</summary>
    private static readonly (string? Block, DateOnly From, DateOnly To)[] Juries =
    [
        ("1", new(2026, 11, 16), new(2026, 11, 27)),
        ("2", new(2027, 1, 11), new(2027, 1, 22)),
        ("4", new(2027, 3, 15), new(2027, 4, 2)),
        ("5", new(2027, 4, 26), new(2027, 5, 7)),
        (null, new(2027, 6, 7), new(2027, 6, 25)),
    ];

    public async Task LiveAsync(CancellationToken ct)
    {
        progress("JuryBot starts", 0);
        await run.Ready.WaitAsync(ct);
        progress("Importing the rosters", 0.02);
        await ImportAsync(ct);
        var candidates = (await api.GetAsync(Coordinator, "api/candidates", ct))!.AsArray();
        foreach (var candidate in candidates)
        {
            mails[candidate!["id"]!.ToString()] = candidate["mail"]!.ToString();
        }

        for (var i = 0; i < Juries.Length; i++)
        {
            var (block, from, to) = Juries[i];
            var heard = candidates.Where(c => block is null || c!["route"]!.ToString() != "vae").Select(c => c!["id"]!.ToString()).ToList();
            await HoldAsync(block, from, to, heard, share => progress(block is null ? "Final jury" : $"Intermediate jury, block {block}", 0.05 + ((i + share) * 0.19)), ct);
        }

        progress("Counting", 1);
    }

    private async Task ImportAsync(CancellationToken ct)
    {
        var organisation = tenant.Organisation;
        var problem = await api.UploadAsync(Coordinator, "api/rosters/candidates", "candidats.csv", RosterFiles.BadCandidatesCsv(organisation), ct, refused: true);
        Check(problem!["errors"]!.AsArray().Count >= 4, "A bad roster was not refused with all its errors.");
        Check((await api.GetAsync(Coordinator, "api/candidates", ct))!.AsArray().Count == 0, "A refused roster was stored.");

        await UploadTwiceAsync("api/rosters/candidates", "candidats.csv", RosterFiles.CandidatesCsv(organisation, Promotion), ct);
        await UploadTwiceAsync("api/rosters/jurors", "jures.xlsx", RosterFiles.JurorsXlsx(organisation), ct);
        var expected = organisation.Candidates.Count() + organisation.Jurors.Count();
        await clock.UntilAsync("the people's list", async () => (await api.GetAsync(Coordinator, "api/people", ct))!.AsArray().Count >= expected, ct);
        accounts.UnionWith((await api.GetAsync(Coordinator, "api/people", ct))!.AsArray().Where(p => p!["hasAccount"]!.GetValue<bool>()).Select(p => p!["id"]!.ToString()));
    }

    private async Task UploadTwiceAsync(string path, string name, byte[] content, CancellationToken ct)
    {
        await api.UploadAsync(Coordinator, path, name, content, ct);
        var again = await api.UploadAsync(Coordinator, path, name, content, ct);
        Check(again!["added"]!.GetValue<int>() == 0 && again["changed"]!.GetValue<int>() == 0, "The same roster again changed something.");
    }

    private async Task HoldAsync(string? block, DateOnly from, DateOnly to, List<string> heard, Action<double> say, CancellationToken ct)
    {
        say(0);
        var late = someoneDeclined && !someoneCameLate && heard.Count > 1 ? heard[^1] : null;
        var session = await PlanAsync(block, from, to, [.. heard.Where(h => h != late)], ct);
        say(0.15);
        await api.PostAsync(Coordinator, $"{session}/convene", null, ct);
        await clock.UntilAsync("everybody convened", async () => await StateAsync(session, ct) == "convened", ct);
        var ids = await SittingsAsync(session, [.. heard.Where(h => h != late)], ct);
        await AnswerAsync(ids, ct);
        if (late is not null)
        {
            someoneCameLate = true;
            await ReviseAsync(session, late, ct);
            ids = await SittingsAsync(session, heard, ct);
            await AnswerAsync(ids, ct);
        }

        say(0.3);

        for (var i = 0; i < ids.Count; i++)
        {
            var sitting = (await api.GetAsync(Coordinator, $"api/sittings/{ids[i]}", ct))!.AsObject();
            var day = new SittingDay(run, clock, verdicts, sitting, mails, random);
            await day.LiveAsync(ct);
            await clock.UntilAsync("the sitting closed", async () => (await api.GetAsync(Coordinator, $"api/sittings/{ids[i]}", ct))!["state"]!.ToString() == "closed", ct);
            say(0.3 + (0.6 * (i + 1) / ids.Count));
        }

        var before = Outcomes.Read(tenant);
        foreach (var id in ids)
        {
            await api.PostAsync(Coordinator, $"api/sittings/{id}/publication", null, ct);
        }

        var blocks = heard.Count * (block is null ? 5 : 1);
        await clock.UntilAsync("every outcome told", () => Outcomes.Read(tenant).Mail - before.Mail >= blocks && Outcomes.Read(tenant).Teams - before.Teams >= blocks - (HeardWithoutAccount(heard) * (block is null ? 5 : 1)), ct);
        say(1);
    }

    // The sittings that stand, in the order they are held, once the session's page shows where everybody is heard.
    private async Task<List<string>> SittingsAsync(string session, IReadOnlyList<string> heard, CancellationToken ct)
    {
        List<JsonNode> standing = [];
        await clock.UntilAsync("every sitting", async () =>
        {
            standing = [.. (await api.GetAsync(Coordinator, session, ct))!["sittings"]!.AsArray().OfType<JsonNode>().Where(s => s["state"]!.ToString() != "cancelled")];
            return standing.SelectMany(s => s["candidates"]!.AsArray()).Select(c => c!.ToString()).ToHashSet().SetEquals(heard);
        }, ct);
        return [.. standing.OrderBy(s => s["start"]!.ToString(), StringComparer.Ordinal).ThenBy(s => s["index"]!.GetValue<int>()).Select(s => s["id"]!.ToString())];
    }

    // A candidate joins once everybody is convened: the proposal is read, then applied.
    private async Task ReviseAsync(string session, string late, CancellationToken ct)
    {
        await api.PostAsync(Coordinator, $"{session}/revision", new JsonObject { ["candidates"] = new JsonArray(late) }, ct);
        await clock.UntilAsync("the proposal", async () => await RevisionAsync() != "working", ct);
        var revision = (await api.GetAsync(Coordinator, session, ct))!["revision"]!;
        Check(revision["people"]!.AsArray().Any(p => p!["person"]!.ToString() == late), $"The proposal does not place the late candidate: {revision["problem"]} {revision["unscheduled"]}");
        await api.PostAsync(Coordinator, $"{session}/revision/apply", new JsonObject { ["request"] = revision["request"]!.ToString() }, ct);
        await clock.UntilAsync("the revision applied", async () => await RevisionAsync() == "applied", ct);
        Check((await api.GetAsync(Coordinator, session, ct))!["revision"]!["refused"]!.AsArray().Count == 0, "A step of the revision was refused.");

        async Task<string> RevisionAsync() => (await api.GetAsync(Coordinator, session, ct))!["revision"]!["state"]!.ToString();
    }

    private async Task<string> PlanAsync(string? block, DateOnly from, DateOnly to, List<string> heard, CancellationToken ct)
    {
        var session = $"api/sessions/{Guid.NewGuid():N}";
        var rooms = (await api.GetAsync(Coordinator, "api/rooms", ct))!.AsArray().Where(r => r!["mail"]!.ToString().Contains("paris", StringComparison.OrdinalIgnoreCase) || r["site"]!.ToString().Contains("Paris", StringComparison.Ordinal));
        await api.PutAsync(Coordinator, session, new JsonObject
        {
            ["certification"] = "RNCP31168@2018",
            ["promotion"] = Promotion.ToString(CultureInfo.InvariantCulture),
            ["kind"] = block is null ? "final" : "intermediate",
            ["block"] = block,
            ["window"] = new JsonObject { ["from"] = $"{from:yyyy-MM-dd}", ["to"] = $"{to:yyyy-MM-dd}", ["dayFrom"] = "09:00", ["dayTo"] = "18:00" },
            ["candidates"] = new JsonArray([.. heard.Select(h => (JsonNode)h)]),
            ["rooms"] = new JsonArray([.. rooms.Select(r => (JsonNode)r!["mail"]!.ToString())]),
            ["examMinutes"] = 30,
            ["candidatesPerSitting"] = 8,
        }, ct);
        if (block is null)
        {
            var people = (await api.GetAsync(tenant.Organisation.Director, "api/people", ct))!.AsArray();
            var presidents = people.Where(p => p!["capacities"]?.AsArray().Any(c => c!.ToString() == "president") == true).Select(p => (JsonNode)p!["id"]!.ToString());
            await api.PostAsync(tenant.Organisation.Director, $"{session}/presidents", new JsonObject { ["people"] = new JsonArray([.. presidents]) }, ct);
        }

        using var polls = new Polls(run, clock, api, seed);
        if (from == Juries[0].From)
        {
            await polls.LiveAsync(session, ct);
        }

        await api.PostAsync(Coordinator, $"{session}/plan", null, ct);
        await clock.UntilAsync("the plan", async () => await StateAsync(session, ct) != "planning", ct);
        var planned = (await api.GetAsync(Coordinator, session, ct))!;
        Check(planned["state"]!.ToString() == "planned" && planned["plan"]!["scheduled"]!.GetValue<int>() == heard.Count, $"Not every candidate could be planned: {planned["planProblem"]} {planned["plan"]?["unscheduled"]}");
        Check(polls.Hold(planned["plan"]!["sittings"]!.AsArray()), "A juror was planned where they had not said yes.");
        return session;
    }

    // Everybody's mailbox accepts; once in the season at least somebody declines and the coordinator replaces them.
    private async Task AnswerAsync(List<string> ids, CancellationToken ct)
    {
        foreach (var id in ids)
        {
            await clock.UntilAsync("the invitations", async () => (await api.GetAsync(Coordinator, $"api/sittings/{id}", ct))!["eventSent"]!.GetValue<bool>(), ct);
            var seats = (await api.GetAsync(Coordinator, $"api/sittings/{id}", ct))!["panel"]!.AsArray();
            // Score sheets reach people in Teams: who has no account gives their seat up.
            if ((seats.FirstOrDefault(m => !accounts.Contains(m!["person"]!.ToString())) ?? (someoneDeclined ? null : seats.Last())) is { } leaving)
            {
                someoneDeclined = true;
                await DeclineAsync(id, leaving, ct);
            }

            var panel = (await api.GetAsync(Coordinator, $"api/sittings/{id}", ct))!["panel"]!.AsArray();
            await clock.UntilAsync("the panel's invitations", () => panel.All(m => Invitation(id, m!["mail"]!.ToString()) is not null), ct);
            foreach (var mail in panel.Where(m => m!["response"]!.ToString() != "accepted").Select(m => m!["mail"]!.ToString()))
            {
                tenant.Calendars.Respond(mail, Invitation(id, mail)!, "accepted");
            }
        }

        foreach (var id in ids)
        {
            await clock.UntilAsync("the answers", async () => (await api.GetAsync(Coordinator, $"api/sittings/{id}", ct))!["panel"]!.AsArray().All(m => m!["response"]!.ToString() == "accepted"), ct);
        }
    }

    private async Task DeclineAsync(string id, JsonNode leaving, CancellationToken ct)
    {
        var mail = leaving["mail"]!.ToString();
        await clock.UntilAsync("the invitation", () => Invitation(id, mail) is not null, ct);
        tenant.Calendars.Respond(mail, Invitation(id, mail)!, "declined");
        await clock.UntilAsync("the decline", async () => (await api.GetAsync(Coordinator, $"api/sittings/{id}", ct))!["panel"]!.AsArray().Single(m => m!["mail"]!.ToString() == mail)!["response"]!.ToString() == "declined", ct);
        var substitutes = (await api.GetAsync(Coordinator, $"api/sittings/{id}/substitutes/{leaving["person"]}", ct))!.AsArray();
        Check(substitutes.Count > 0 && substitutes[0]!["free"]?.GetValue<bool>() == true, "There is no free substitute.");
        await api.PostAsync(Coordinator, $"api/sittings/{id}/replacements", new JsonObject { ["declined"] = leaving["person"]!.ToString(), ["substitute"] = substitutes[0]!["person"]!.ToString() }, ct);
    }

    // An attendee's copy bears the same iCalendar id as the organiser's event, which alone bears the sitting's id.
    private string? Invitation(string sitting, string mail)
    {
        var source = tenant.Calendars.All(Coordinator.Mail).Concat(tenant.Calendars.All(Organisation.SharedMailbox)).FirstOrDefault(item => item.IsOrganizer && item.Properties.ContainsValue(sitting) && item.Attendees.Exists(a => a.Type == "resource"));
        return source is null ? null : tenant.Calendars.All(mail).FirstOrDefault(item => item.ICalUId == source.ICalUId && !item.IsCancelled)?.Id;
    }

    private async Task<string> StateAsync(string session, CancellationToken ct) => (await api.GetAsync(Coordinator, session, ct))!["state"]!.ToString();

    private int HeardWithoutAccount(List<string> heard) => heard.Count(h => tenant.Organisation.Find(mails[h]) is null or { HasAccount: false });

    private static void Check(bool held, string otherwise)
    {
        if (!held)
        {
            throw new SandboxException(otherwise);
        }
    }

    public void Dispose() => api.Dispose();
}
