using System.Text.Json.Nodes;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>A season in which everything happens that JuryBot knows of, part after part, through the doors people use; and what was seen of it.</summary>
/// <param name="progress">Hears what is going on, and how much of the season is done, 0 to 1.</param>
public sealed class FullSeason : IDisposable
{
    // A new subject is a step of its own: one file, one line here.
    private readonly IReadOnlyList<SeasonStep> steps =
    [
        new Enrolling(),
        new FirstJury(),
        new RemoteJury(),
        new AdviceJury(),
        new PeopleOutside(),
        new GroupWork(),
        new Deposits(),
        new Declarations(),
        new MemberLeaves(),
        new BeforeFinalJury(),
        new FinalJury(),
        new WhatIsMissing(),
        new Assessments(),
        new Transmissions(),
        new Annulments(),
        new NextVersion(),
        new SecondFinalJury(),
        new Papers(),
        new SchoolTemplates(),
        new Titles(),
        new Rights(),
    ];

    private readonly Action<string, double> progress;

    public FullSeason(SandboxRun run, int seed, Action<string, double> progress)
    {
        this.progress = progress;
        Office = new SeasonOffice(run, seed);
        Invitations = new Invitations(Office);
        Cast = new Cast(run.Tenant.Organisation);
        Random = new Random(seed);
        foreach (var step in steps)
        {
            Checklist.Expect(step.Name, step.Expected);
        }
    }

    /// <summary>The fewest candidates it can be lived with.</summary>
    public static int FewestCandidates => Cast.Fewest;

    public Checklist Checklist { get; } = new();

    /// <summary>What JuryBot refused, as answered on the wires.</summary>
    public long Refusals => Office.Refusals;

    internal SeasonOffice Office { get; }

    internal Invitations Invitations { get; }

    internal Cast Cast { get; }

    internal Random Random { get; }

    /// <summary>The first final jury's session and sittings, once it is held.</summary>
    internal (string Session, IReadOnlyList<string> Sittings) Final { get; set; } = ("", []);

    /// <summary>Lives every part; one that stops leaves its items open, with why, and ends the season.</summary>
    public async Task LiveAsync(CancellationToken ct)
    {
        progress("JuryBot starts", 0);
        await Office.Run.Ready.WaitAsync(ct);
        for (var i = 0; i < steps.Count; i++)
        {
            progress(steps[i].Name, 0.02 + (0.96 * i / steps.Count));
            try
            {
                await steps[i].LiveAsync(this, ct);
            }
            catch (Exception stopped) when (stopped is not OperationCanceledException)
            {
                Checklist.Stopped(steps[i].Name, stopped is SandboxException ? stopped.Message : $"{stopped.GetType().Name}: {stopped.Message}");
                return;
            }
        }

        progress("Counting", 1);
    }

    public void Dispose() => Office.Dispose();

    internal void Saw(string what, bool held, object? found = null) => Checklist.Saw(what, held, found);

    /// <summary>An exam as the coordination sees it.</summary>
    internal async Task<JsonNode> ExamAsync(string sitting, string candidate, CancellationToken ct) =>
        (await Office.SittingAsync(sitting, ct))["exams"]!.AsArray().Single(e => e!["candidate"]!.ToString() == candidate)!;

    internal async Task<JsonNode> RecordAsync(string candidate, CancellationToken ct) => (await Office.Api.GetAsync(Office.Coordinator, $"api/candidates/{candidate}", ct))!;

    /// <summary>The sitting among these that hears a candidate.</summary>
    internal async Task<string> SittingOfAsync(IEnumerable<string> sittings, string candidate, CancellationToken ct)
    {
        foreach (var id in sittings)
        {
            if ((await Office.SittingAsync(id, ct))["exams"]!.AsArray().Any(e => e!["candidate"]!.ToString() == candidate && e["state"]!.ToString() != "notheld"))
            {
                return id;
            }
        }

        throw new SandboxException("No sitting hears the candidate.");
    }

    /// <summary>Plans, convenes and answers; then has every part live what it lives before that jury.</summary>
    internal async Task<(string Session, IReadOnlyList<string> Sittings)> ConveneAsync(JuryCall call, IReadOnlyList<string> heard, CancellationToken ct, string? outside = null)
    {
        var session = await Office.PlanAsync(call, heard, polled: call.Block == "1", ct);
        var sittings = await Office.ConveneAsync(session, heard, ct);
        await Invitations.AnswerAsync(sittings, ct, outside);
        foreach (var step in steps)
        {
            await step.BeforeAsync(this, call, session, sittings, ct);
        }

        return (session, sittings);
    }

    /// <summary>A sitting's day, its chair waiting to open it.</summary>
    internal async Task<EventfulDay> ComeAsync(string sitting, Verdicts verdicts, CancellationToken ct)
    {
        var day = new EventfulDay(this, new SittingDay(Office, verdicts, await Office.SittingAsync(sitting, ct), Random));
        await day.Day.ComeAsync(ct);
        return day;
    }
}
