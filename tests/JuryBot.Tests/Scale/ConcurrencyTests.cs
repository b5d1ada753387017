using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.Scale;

/// <summary>Five members hand in the sheets of two hundred exams at once, through two replicas, while the coordination and the president change the same sittings.</summary>
public sealed class ConcurrencyTests(AzuriteFixture azurite)
{
    private const string Session = "rush";
    private const int Sittings = 10, Members = 5, InFlight = 4, EditEvery = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly byte[] Scan = "%PDF-1.4 grille"u8.ToArray();

    /// <summary>What a member was told of a sheet.</summary>
    private sealed record Told(int Member, int Sitting, int Exam, bool Accepted, string Words);

    /// <summary>What became of a change to an exam, or of a whole sitting.</summary>
    private sealed record Edit(string Kind, int Sitting, int Exam, bool Accepted, string Words);

    [Fact]
    public async Task Nothing_is_lost_or_stuck_and_every_conflict_is_resolved_or_explained()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { RedeliverFor = Patience }, replicas: 2);
        var jurors = house.Organisation.Jurors.Take(Members).ToList();
        await SeedAsync(house, jurors);
        var (told, edits) = (new ConcurrentBag<Told>(), new ConcurrentBag<Edit>());
        var waiting = new ConcurrentQueue<Func<Task>>(Edits(house, jurors[0], edits));
        var handedIn = 0;

        await Task.WhenAll(Enumerable.Range(0, Members).Select(member => Parallel.ForEachAsync(
            Order(member),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight },
            async (exam, _) =>
            {
                told.Add(await HandInAsync(house, jurors[member], member, exam.Sitting, exam.Exam));
                if (Interlocked.Increment(ref handedIn) % EditEvery == 0 && waiting.TryDequeue(out var edit))
                {
                    await edit();
                }
            }))).WaitAsync(Patience);
        Assert.Empty(waiting);

        var sittings = await house.App.Services.GetRequiredService<Store>().ReadAllAsync(Aggregates.Sittings, Enumerable.Range(0, Sittings).Select(i => Campaign.SittingOf(Session, i)));
        Assert.Equal(Members * Sittings * Campaign.MostExams, told.Count);
        Assert.All(edits, edit => Assert.True(edit.Accepted || edit.Words.Length > 0, $"{edit.Kind} was refused without a word."));
        foreach (var answer in told)
        {
            Check(answer, sittings[answer.Sitting], edits);
        }

        Check(edits, sittings);

        // Every answer is one line of a ledger, and no line is anybody else's.
        var ledgers = (await house.LedgersAsync()).Where(line => line.Partition.StartsWith($"{Session}-", StringComparison.Ordinal)).Select(line => line.Entry.Verb).ToList();
        var papers = edits.Count(edit => edit is { Kind: "paper", Accepted: true });
        Assert.InRange(ledgers.Count(verb => verb == "sheet.confirm"), told.Count(answer => answer.Accepted) - papers, told.Count(answer => answer.Accepted));
        Assert.Equal(papers, ledgers.Count(verb => verb == "sheet.enter"));
        foreach (var (kind, verb) in new[] { ("postpone", "exam.postpone"), ("waive", "deliberation.waive"), ("leave", "sitting.leave"), ("note", "sitting.note") })
        {
            Assert.Equal(edits.Count(edit => edit.Kind == kind && edit.Accepted), ledgers.Count(found => found == verb));
        }

        // What the session's page shows is what the sittings hold, once their effects have come.
        var submitted = sittings.Sum(sitting => sitting.Exams.Where(e => e.State != ExamState.NotHeld).Sum(e => e.Sheets.Count(s => s.State == SheetState.Submitted)));
        await house.UntilAsync("the session's page", async () =>
            (await house.App.Services.GetRequiredService<Store>().ReadAsync(Aggregates.Sessions, Session))!.Sittings.Sum(s => s.SheetsSubmitted) == submitted);
        Assert.Null((await house.VerifyAsync()).FirstFault);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    // Each member goes through the exams in another order, so that they meet everywhere.
    private static (int Sitting, int Exam)[] Order(int member)
    {
        (int Sitting, int Exam)[] all = [.. from exam in Enumerable.Range(0, Campaign.MostExams) from sitting in Enumerable.Range(0, Sittings) select (sitting, exam)];
        new Random(31168 + member).Shuffle(all);
        return all;
    }

    private static async Task SeedAsync(House house, List<Person> jurors)
    {
        var campaign = new Campaign(house.App.Services, house.Tenant.Clock.GetUtcNow());
        (await house.GetAsync(house.Coordinator, "api/me")).Accepted();
        foreach (var (i, juror) in jurors.Index())
        {
            await campaign.AddPersonAsync(IdOf(i), juror.Id, juror.Name, juror.Mail);
        }

        await campaign.AddSessionAsync(Session, Sittings, Campaign.MostExams);
        await Task.WhenAll(Enumerable.Range(0, Sittings).Select(i => campaign.AddSittingAsync(Session, i, Campaign.MostExams, [.. jurors.Select((juror, m) => (IdOf(m), juror.Name))])));
    }

    private static string IdOf(int member) => $"rush{member}";

    private static string SheetOf(int member, int sitting, int exam) => $"Grille {member}/{sitting}/{exam}";

    private static async Task<Told> HandInAsync(House house, Person juror, int member, int sitting, int exam)
    {
        var (where, candidate) = (Campaign.SittingOf(Session, sitting), Campaign.CandidateOf(Session, sitting, exam));
        var answer = await house.Tenant.PressAsync(juror, "sheet.submit", where, candidate, Campaign.Sheet(SheetOf(member, sitting, exam)));
        if (!answer.IsRefusal && Turns.Read(answer) is { } read)
        {
            answer = await house.Tenant.PressAsync(juror, "sheet.confirm", where, candidate, new Dictionary<string, string> { ["read"] = read });
        }

        Assert.True(answer.Status == 200, $"{answer.Status}: {answer.Body}");
        return new Told(member, sitting, exam, !answer.IsRefusal, Turns.Words(answer));
    }

    // One exam of each sitting is put off, one's sheet comes on paper too, one is done without a sheet; a member leaves one sitting; incidents are noted.
    private static IEnumerable<Func<Task>> Edits(House house, Person president, ConcurrentBag<Edit> edits)
    {
        for (var i = 0; i < Sittings; i++)
        {
            var (sitting, at) = (i, Campaign.SittingOf(Session, i));
            yield return async () => Keep("postpone", 3, await TwiceAsync($"api/sittings/{at}/exams/{Campaign.CandidateOf(Session, sitting, 3)}/postponement", new JsonObject { ["reason"] = "Malade." }));
            yield return async () => Keep("paper", 7, await house.SendAsync(house.Tenant.Tokens.User(house.Coordinator), HttpMethod.Post, $"api/sittings/{at}/exams/{Campaign.CandidateOf(Session, sitting, 7)}/sheets/{IdOf(4)}", Paper(sitting)));
            yield return async () => Keep("waive", 11, await house.Tenant.PressAsync(president, "deliberation.waive", at, Campaign.CandidateOf(Session, sitting, 11), new Dictionary<string, string> { ["answered"] = "true", ["member"] = IdOf(3), ["reason"] = "Retenu." }));
            yield return async () => Keep("note", -1, await house.Tenant.PressAsync(president, "sitting.report", at, "", new Dictionary<string, string> { ["answered"] = "true", ["what"] = "incident", ["about"] = "", ["reason"] = "Alarme." }));
            yield return async () => (await house.GetAsync(house.Coordinator, $"api/sittings/{at}")).Accepted();
            if (i == Sittings - 1)
            {
                yield return async () => Keep("leave", -1, await TwiceAsync($"api/sittings/{at}/departures", new JsonObject { ["person"] = IdOf(2), ["reason"] = "Malaise." }));
            }

            void Keep(string kind, int exam, object answer) => edits.Add(answer switch
            {
                Answer { Status: < 300 } => new Edit(kind, sitting, exam, true, ""),
                Answer { Status: 409 } refused => new Edit(kind, sitting, exam, false, refused["title"].ToString()),
                DeliveryAnswer { Status: 200 } pressed => new Edit(kind, sitting, exam, !pressed.IsRefusal, Turns.Words(pressed)),
                _ => throw new InvalidOperationException($"{kind}: {answer}"),
            });
        }

        // A double click reaches both replicas at once: it is one change, and both are told so.
        async Task<Answer> TwiceAsync(string path, JsonObject body)
        {
            var key = Guid.NewGuid().ToString("N");
            var answers = await Task.WhenAll(house.PostAsync(house.Coordinator, path, body.DeepClone(), key), house.PostAsync(house.Coordinator, path, body, key));
            Assert.Equal(answers[0], answers[1]);
            return answers[0];
        }
    }

    private static MultipartFormDataContent Paper(int sitting)
    {
        var sheet = Campaign.Sheet("").Keys.Where(key => key.StartsWith("j.", StringComparison.Ordinal)).ToDictionary(key => key[2..], _ => "acquired");
        return new()
        {
            { new StringContent(JsonSerializer.Serialize(new { judgments = sheet, marks = new Dictionary<string, string>(), comments = new Dictionary<string, string>(), deliverables = Array.Empty<string>(), overall = PaperOf(sitting) })), "sheet" },
            { new ByteArrayContent(Scan), "scan", "grille.pdf" },
        };
    }

    private static string PaperOf(int sitting) => $"Papier {sitting}";

    private static void Check(Told answer, Sitting sitting, IEnumerable<Edit> edits)
    {
        var exam = sitting.Exams[answer.Exam];
        var kept = exam.SheetOf(IdOf(answer.Member));
        var mine = SheetOf(answer.Member, answer.Sitting, answer.Exam);
        var onPaper = answer.Member == 4 && edits.Any(edit => edit is { Kind: "paper", Accepted: true } && edit.Sitting == answer.Sitting && edit.Exam == answer.Exam);
        if (answer.Accepted)
        {
            // Accepted and readable: the very sheet, or the paper that came first, which the juror was then shown.
            Assert.Equal(SheetState.Submitted, kept?.State);
            Assert.True(kept!.Overall == mine || (onPaper && kept.Overall == PaperOf(answer.Sitting) && answer.Words.Contains("grille papier", StringComparison.Ordinal)), $"{mine} became {kept.Overall}: {answer.Words}");
            return;
        }

        // Refused: in words, for a reason that stands, and without a trace among the sheets that count.
        var left = answer.Member == 2 && exam.IsAway(IdOf(2));
        Assert.NotEmpty(answer.Words);
        Assert.True(exam.State == ExamState.NotHeld || left || onPaper, $"{mine} was refused: {answer.Words}");
        Assert.True(kept is null or { State: SheetState.Draft } || (onPaper && kept.Overall == PaperOf(answer.Sitting)), $"{mine} was refused and kept: {answer.Words}");
    }

    private static void Check(IReadOnlyCollection<Edit> edits, IReadOnlyList<Sitting> sittings)
    {
        Assert.Equal((5 * Sittings) - Sittings + 1, edits.Count);
        foreach (var edit in edits)
        {
            var (sitting, exam) = (sittings[edit.Sitting], edit.Exam < 0 ? null : sittings[edit.Sitting].Exams[edit.Exam]);
            Assert.Equal(edit.Accepted, edit.Kind switch
            {
                "postpone" => exam is { State: ExamState.NotHeld, Ending: { Kind: EndingKind.Postponed, Reason: "Malade." } },
                "paper" => edit.Accepted ? exam!.SheetOf(IdOf(4))?.State == SheetState.Submitted : exam!.SheetOf(IdOf(4))?.Paper is not null,
                "waive" => exam!.Waived(IdOf(3)),
                "leave" => sitting.Exams.Where(e => e.State != ExamState.NotHeld).All(e => e.IsAway(IdOf(2))),
                _ => sitting.Incidents.Count == 1,
            });
        }
    }
}
