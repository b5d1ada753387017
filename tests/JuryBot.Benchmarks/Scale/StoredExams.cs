using System.Diagnostics;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Scale;

namespace JuryBot.Benchmarks.Scale;

/// <summary>What a sheet handed in costs, from a thousand stored exams on, against the same calls without JuryBot.</summary>
internal static class StoredExams
{
    private const int WarmUp = 400, Rounds = 5, PerRound = 12, Timed = 100, Idle = 10_000;
    private const double MostOverBare = 1.3, MostGrowth = 1.05, MostCpuGrowth = 1.25;

    public static async Task<IReadOnlyList<Row>> RunAsync(AzuriteFixture azurite, IReadOnlyList<int> sizes, Action<string> say)
    {
        await using var stage = await Stage.StartAsync(azurite);
        using var submissions = new Submissions(stage);
        var panel = stage.Tenant.Organisation.Jurors.Take(Stage.Members).ToList();
        await stage.AddPeopleAsync(panel);
        var (replica, cost, rows) = (stage.Replicas[0], new List<Cost>(), new List<Row>());
        foreach (var size in sizes)
        {
            var made = await stage.FillAsync(size, panel);
            say($"{stage.Exams:N0} exams are stored.");
            // Sheets of the newest sittings, as they come on the day: everybody's, exam by exam.
            var next = (from session in made from sitting in Enumerable.Range(0, session.Sittings) from exam in Enumerable.Range(0, Campaign.MostExams) from member in panel
                        select (Juror: member, Sitting: Campaign.SittingOf(session.Session, sitting), Candidate: Campaign.CandidateOf(session.Session, sitting, exam))).GetEnumerator();
            if (cost.Count == 0)
            {
                for (var i = 0; i < WarmUp; i++)
                {
                    await OneAsync();
                }

                rows.AddRange(await TimeAsync(stage, submissions, OneAsync, () => next.Current));
            }

            cost.Add(await CostAsync(stage, replica, size, OneAsync));

            async Task<TimeSpan> OneAsync()
            {
                next.MoveNext();
                return await submissions.HandInAsync(next.Current.Juror, next.Current.Sitting, next.Current.Candidate, replica.Address);
            }
        }

        rows.AddRange(Show(cost));
        rows.Add(await stage.FaultAsync() is { } fault ? new Row("ledgers whole", fault, "", "whole", false) : new Row("ledgers whole", "whole", "", "whole", true));
        return rows;
    }

    private static async Task<Cost> CostAsync(Stage stage, Replica replica, int size, Func<Task<TimeSpan>> handIn)
    {
        var (cpu, most) = (new List<double>(), new Figures(default, 0, 0, 0, 0, 0, 0));
        await stage.WhenDrainedAsync();
        var idle = await IdleAsync(stage, replica);
        var start = await replica.FiguresAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await stage.WhenQuietAsync();
            var (before, began) = (await replica.FiguresAsync(), Stopwatch.GetTimestamp());
            for (var i = 0; i < PerRound; i++)
            {
                // One by one: effects of two sheets that come together are seen to together, now and then.
                await handIn();
                await stage.WhenQuietAsync();
            }

            var after = await replica.FiguresAsync();
            cpu.Add((after.Cpu - before.Cpu - (idle * Stopwatch.GetElapsedTime(began))).TotalMilliseconds / PerRound);
            most = new Figures(default, 0, after.Reads - before.Reads, after.Puts - before.Puts, after.Transactions - before.Transactions, after.Others - before.Others, 0);
        }

        await stage.WhenDrainedAsync();
        var requests = ((await replica.FiguresAsync()).Requests - start.Requests) / (double)(Rounds * PerRound);
        // Two turns a sheet: the draft, which queues nothing, and its confirmation.
        return new(size, requests, Median.Of(cpu), most.Reads / (2.0 * PerRound), most.Puts / (double)PerRound, most.Transactions / (2.0 * PerRound), most.Others);
    }

    // A sheet takes longer the slower the emulator is, and JuryBot is asked all the while whether it has come to rest: what that and the clocks cost is not the sheet's.
    private static async Task<double> IdleAsync(Stage stage, Replica replica)
    {
        var (before, began) = (await replica.FiguresAsync(), Stopwatch.GetTimestamp());
        await stage.WhenQuietAsync(Idle);
        return ((await replica.FiguresAsync()).Cpu - before.Cpu) / Stopwatch.GetElapsedTime(began);
    }

    private static async Task<IEnumerable<Row>> TimeAsync(Stage stage, Submissions submissions, Func<Task<TimeSpan>> handIn, Func<(Sandbox.People.Person Juror, string Sitting, string Candidate)> last)
    {
        var bare = await submissions.BareAsync(last().Juror, last().Sitting, last().Candidate);
        var (own, floor) = (new List<double>(), new List<double>());
        for (var i = 0; i < Timed; i++)
        {
            // One after the other, so that what else the machine does weighs on both; each alone, once the effects of the one before are out.
            await stage.WhenQuietAsync();
            floor.Add((await bare()).TotalMilliseconds);
            own.Add((await handIn()).TotalMilliseconds);
        }

        var ratio = Median.Of(own) / Median.Of(floor);
        return [new Row("p50 of a submission", $"{Median.Of(own):F1} ms, {ratio:F2} of bare", $"{Median.Of(floor):F1} ms bare storage calls", $"≤ {MostOverBare:F2}", ratio <= MostOverBare)];
    }

    private static IEnumerable<Row> Show(List<Cost> cost)
    {
        var first = cost[0];
        foreach (var at in cost)
        {
            yield return new Row($"before the answer, {at.Exams:N0} exams stored", $"{at.Reads:F2} reads and {at.Transactions:F2} transactions a turn, {at.Puts:F2} queue puts a sheet, {at.Others} others", "", "≤ 2, 1, 1, 0",
                at is { Reads: <= 2, Transactions: <= 1, Puts: <= 1, Others: 0 });
        }

        foreach (var at in cost)
        {
            var (requests, cpu) = (at.Requests / first.Requests, at.Cpu / first.Cpu);
            yield return new Row($"storage round trips a sheet, {at.Exams:N0} exams stored", $"{at.Requests:F1}", at == first ? "" : $"{requests:F2} of {first.Exams:N0}'s", at == first ? "" : $"≤ {MostGrowth:F2}", at == first ? null : requests <= MostGrowth);
            yield return new Row($"JuryBot's CPU a sheet, {at.Exams:N0} exams stored", $"{at.Cpu:F1} ms", at == first ? "" : $"{cpu:F2} of {first.Exams:N0}'s", at == first ? "" : $"≤ {MostCpuGrowth:F2}", at == first ? null : cpu <= MostCpuGrowth);
        }
    }

    /// <param name="Requests">To storage a sheet, its effects included.</param>
    /// <param name="Cpu">Milliseconds a sheet, its effects included, beyond what JuryBot uses at rest.</param>
    private sealed record Cost(int Exams, double Requests, double Cpu, double Reads, double Puts, double Transactions, long Others);
}
