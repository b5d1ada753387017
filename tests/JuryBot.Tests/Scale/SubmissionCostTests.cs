using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.Scale;

/// <summary>What a juror waits for when they hand in a sheet: requests to storage, counted where they leave the process.</summary>
public sealed class SubmissionCostTests(AzuriteFixture azurite)
{
    private const string Session = "cost";

    [Fact]
    public async Task A_sheet_handed_in_costs_two_reads_one_queue_put_and_one_transaction_before_the_answer()
    {
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == "Microsoft.AspNetCore", Sample = (ref _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        using var wire = new Wire();
        await using var house = await House.StartAsync(azurite, storage: wire);
        var campaign = new Campaign(house.App.Services, house.Tenant.Clock.GetUtcNow());
        var jurors = house.Organisation.Jurors.Take(5).Select((person, i) => (Person: person, Id: $"cost{i}")).ToList();
        foreach (var (person, id) in jurors)
        {
            await campaign.AddPersonAsync(id, person.Id, person.Name, person.Mail);
        }

        await campaign.AddSessionAsync(Session, 1, Campaign.MostExams);
        await campaign.AddSittingAsync(Session, 0, Campaign.MostExams, [.. jurors.Select(j => (j.Id, j.Person.Name))]);
        var (sitting, candidate) = (Campaign.SittingOf(Session, 0), Campaign.CandidateOf(Session, 0, 7));
        var asked = new ConcurrentQueue<string>();
        wire.BeforeAsync = request =>
        {
            if (InTurn(Activity.Current))
            {
                asked.Enqueue(Kind(request));
            }

            return Task.CompletedTask;
        };

        foreach (var (person, _) in jurors)
        {
            // A replica that has not met the juror looks up whose the account is, once.
            var summary = await house.Tenant.PressAsync(person, "sheet.submit", sitting, candidate, Campaign.Sheet("Vu."));
            Assert.False(summary.IsRefusal, Turns.Words(summary));
            Assert.Equal(["read Lookups", "read People", "read Sittings", "transaction"], Asked());

            var handedIn = await house.Tenant.PressAsync(person, "sheet.confirm", sitting, candidate, new Dictionary<string, string> { ["read"] = Turns.Read(summary)! });
            Assert.False(handedIn.IsRefusal, Turns.Words(handedIn));
            Assert.Equal(["put", "read People", "read Sittings", "transaction"], Asked());

            // Corrected at once: nobody waits for it, so nothing is queued.
            var corrected = await house.Tenant.PressAsync(person, "sheet.submit", sitting, candidate, Campaign.Sheet("Revu."));
            Assert.False(corrected.IsRefusal, Turns.Words(corrected));
            Assert.Equal(["read People", "read Sittings", "transaction"], Asked());
        }

        List<string> Asked()
        {
            List<string> kinds = [.. asked.Order(StringComparer.Ordinal)];
            asked.Clear();
            return kinds;
        }
    }

    // Work after the answer runs under no request.
    private static bool InTurn(Activity? activity)
    {
        while (activity?.Parent is { } parent)
        {
            activity = parent;
        }

        return activity?.Kind == ActivityKind.Server;
    }

    private static string Kind(Request request) =>
        request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? "transaction"
        : request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal) ? "put"
        : $"{(request.Method == RequestMethod.Get ? "read" : request.Method.Method)} {TableNames.All.FirstOrDefault(name => request.Uri.Path.Contains(name, StringComparison.Ordinal)) ?? request.Uri.Path}";
}
