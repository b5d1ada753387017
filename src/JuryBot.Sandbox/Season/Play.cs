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

    private readonly SeasonOffice office = new(run, seed);
    private readonly Verdicts verdicts = new(run.Tenant.Organisation.Candidates, seed);
    private readonly Random random = new(seed);
    private bool someoneCameLate;

    /// <summary>What JuryBot refused, as answered on the wires.</summary>
    public long Refusals => office.Refusals;

    /// <summary>Whether only one intermediate jury is held before the final one.</summary>
    public bool Short { get; init; }

    private JuryCall[] Held => Short ? [Juries[0], Juries[^1]] : Juries;

    /// <summary>The juries of a whole season.</summary>
    internal static readonly JuryCall[] Juries =
    [
        new("1", new(2026, 11, 16), new(2026, 11, 27), Promotion),
        new("2", new(2027, 1, 11), new(2027, 1, 22), Promotion),
        new("4", new(2027, 3, 15), new(2027, 4, 2), Promotion),
        new("5", new(2027, 4, 26), new(2027, 5, 7), Promotion),
        new(null, new(2027, 6, 7), new(2027, 6, 25), Promotion),
    ];

    public async Task LiveAsync(CancellationToken ct)
    {
        progress("JuryBot starts", 0);
        await run.Ready.WaitAsync(ct);
        progress("Importing the rosters", 0.02);
        var candidates = await office.ImportAsync(RosterFiles.CandidatesCsv(run.Tenant.Organisation, Promotion), ct);
        var invitations = new Invitations(office);
        for (var i = 0; i < Held.Length; i++)
        {
            var call = Held[i];
            var heard = candidates.Where(c => call.Block is null || c!["route"]!.ToString() != "vae").Select(c => c!["id"]!.ToString()).ToList();
            await HoldAsync(call, heard, invitations, share => progress(call.Block is null ? "Final jury" : $"Intermediate jury, block {call.Block}", 0.05 + ((i + share) * 0.95 / Held.Length)), ct);
        }

        progress("Counting", 1);
    }

    private async Task HoldAsync(JuryCall call, List<string> heard, Invitations invitations, Action<double> say, CancellationToken ct)
    {
        say(0);
        var late = invitations.SomeoneDeclined && !someoneCameLate && heard.Count > 1 ? heard[^1] : null;
        List<string> known = [.. heard.Where(h => h != late)];
        var session = await office.PlanAsync(call, known, polled: call == Juries[0], ct);
        say(0.15);
        var ids = await office.ConveneAsync(session, known, ct);
        await invitations.AnswerAsync(ids, ct);
        if (late is not null)
        {
            someoneCameLate = true;
            await office.ReviseAsync(session, late, ct);
            ids = await office.SittingsAsync(session, heard, ct);
            await invitations.AnswerAsync(ids, ct);
        }

        say(0.3);
        for (var i = 0; i < ids.Count; i++)
        {
            var day = new SittingDay(office, verdicts, await office.SittingAsync(ids[i], ct), random);
            await day.LiveAsync(ct);
            await office.ClosedAsync(ids[i], ct);
            say(0.3 + (0.6 * (i + 1) / ids.Count));
        }

        await office.PublishAsync(ids, ct);
        say(1);
    }

    public void Dispose() => office.Dispose();
}
