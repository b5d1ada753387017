using System.Collections.Concurrent;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Scale;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Benchmarks.Scale;

/// <summary>One, two and four replicas on one storage account, five members handing in sheets at once.</summary>
internal static class SharedWork
{
    private const int InFlight = 20, Lull = 500;

    public static async Task<IReadOnlyList<Row>> RunAsync(AzuriteFixture azurite, int sheets, Action<string> say)
    {
        await using var stage = await Stage.StartAsync(azurite);
        using var submissions = new Submissions(stage);
        var panel = stage.Tenant.Organisation.Jurors.Take(Stage.Members).ToList();
        await stage.AddPeopleAsync(panel);
        var (rows, alone) = (new List<Row>(), 0.0);
        foreach (var replicas in new[] { 1, 2, 4 })
        {
            await stage.AddReplicasAsync(replicas);
            var made = await stage.FillAsync(stage.Exams + (sheets / Stage.Members), panel);
            (Sandbox.People.Person Juror, string Sitting, string Candidate)[] work =
                [.. from session in made from sitting in Enumerable.Range(0, session.Sittings) from exam in Enumerable.Range(0, Campaign.MostExams) from member in panel select (member, Campaign.SittingOf(session.Session, sitting), Campaign.CandidateOf(session.Session, sitting, exam))];
            new Random(replicas).Shuffle(work);
            foreach (var (sheet, i) in work.Take(10 * replicas).Select((sheet, i) => (sheet, i)))
            {
                await submissions.HandInAsync(sheet.Juror, sheet.Sitting, sheet.Candidate, stage.Replicas[i % replicas].Address);
            }

            var (turn, refused, started) = (0, new ConcurrentBag<string>(), TimeProvider.System.GetTimestamp());
            await Parallel.ForEachAsync(work.Skip(10 * replicas), new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (sheet, _) =>
            {
                try
                {
                    await submissions.HandInAsync(sheet.Juror, sheet.Sitting, sheet.Candidate, stage.Replicas[(int)((uint)Interlocked.Increment(ref turn) % (uint)replicas)].Address);
                }
                catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or TaskCanceledException)
                {
                    refused.Add(failure.Message);
                }
            });
            var rate = (work.Length - (10 * replicas)) / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            alone = alone == 0 ? rate : alone;
            // What took long goes on behind its answer.
            await stage.WhenQuietAsync(Lull);
            var kept = (await stage.Services.GetRequiredService<Store>().ReadAllAsync(Aggregates.Sittings, work.Select(sheet => sheet.Sitting).Distinct())).Sum(sitting => sitting.Exams.Sum(exam => exam.Sheets.Count(s => s.State == SheetState.Submitted)));
            say($"{replicas} replicas: {kept} of {work.Length} sheets kept.");
            rows.Add(new Row($"{work.Length:N0} sheets, {InFlight} at once, {replicas} replica{(replicas > 1 ? "s" : "")}", $"{rate:F0} a second, {kept:N0} kept, {refused.Count} refused", replicas == 1 ? "" : $"{rate / alone:F2} of one's", "all kept", kept == work.Length && refused.IsEmpty));
        }

        await stage.WhenQuietAsync(Lull);
        rows.Add(await stage.FaultAsync() is { } fault ? new Row("their ledgers", fault, "", "whole", false) : new Row("their ledgers", "whole", "", "whole", true));
        return rows;
    }
}
