using System.Text.Json.Nodes;
using JuryBot.Calendars;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Throttling;

/// <summary>What Graph allows for one mailbox is kept by all replicas together.</summary>
public sealed class MailboxTests(AzuriteFixture azurite)
{
    private static readonly DateTime From = new(2026, 11, 2), To = new(2026, 11, 7);

    [Fact]
    public async Task Two_replicas_fill_one_mailbox_four_at_a_time_and_thirty_a_minute()
    {
        const int Events = 200;
        await using var replicas = await Replicas.StartAsync(azurite);
        var calendars = new[] { replicas.One.Get<JuryCalendar>(), replicas.Two.Get<JuryCalendar>() };
        var guest = replicas.Tenant.Organisation.Jurors.First().Mail;
        var start = replicas.Tenant.Clock.GetUtcNow().AddDays(30);
        var written = Enumerable.Range(0, Events).Select(i => calendars[i % 2].CreateAsync(replicas.Mailbox, Draft(i, start.AddHours(i), guest), Guid.NewGuid(), CancellationToken.None)).ToList();

        await Task.WhenAny(written); // Which is the first of two replicas' is nobody's to say.
        await replicas.Tenant.Wire.WhenQuietAsync(TimeSpan.FromSeconds(1));
        Assert.InRange(replicas.Tenant.Counters.Mails, 1, 30);
        await replicas.EndAsync(Task.WhenAll(written), TimeSpan.FromSeconds(20));

        Assert.Equal(Events, replicas.Tenant.Calendars.All(replicas.Mailbox).Count(e => e.Subject.StartsWith("Jury n°", StringComparison.Ordinal)));
        Assert.Empty(replicas.Tenant.Counters.Violations);
        Assert.Equal(4, replicas.Tenant.Counters.MostInFlight);
    }

    [Fact]
    public async Task A_mailbox_that_asks_to_be_left_alone_is_by_every_replica_for_as_long_as_it_asked()
    {
        await using var replicas = await Replicas.StartAsync(azurite);
        var (one, two) = (replicas.One.Get<JuryCalendar>(), replicas.Two.Get<JuryCalendar>());
        var (mailbox, other) = (replicas.Mailbox, replicas.Tenant.Organisation.Jurors.First().Mail);
        replicas.Front.Instead = asked => Uri.UnescapeDataString(asked.Target).Contains(mailbox, StringComparison.OrdinalIgnoreCase) ? new Told(429, RetryAfter: 600) : null;

        var refused = await Assert.ThrowsAsync<UnavailableException>(() => BusyAsync(one, mailbox));
        Assert.InRange(refused.Delay, TimeSpan.FromSeconds(590), TimeSpan.FromSeconds(760));
        replicas.Front.Instead = _ => null;
        var seen = replicas.Front.Seen.Count;
        await Assert.ThrowsAsync<UnavailableException>(() => BusyAsync(one, mailbox));
        await Assert.ThrowsAsync<UnavailableException>(() => BusyAsync(two, mailbox));
        Assert.Equal(seen, replicas.Front.Seen.Count);
        Assert.NotNull(await BusyAsync(two, other));

        await replicas.Tenant.Clock.AdvanceAsync(TimeSpan.FromSeconds(601));
        Assert.NotNull(await BusyAsync(two, mailbox));
        Assert.NotNull(await BusyAsync(one, mailbox));
    }

    [Theory]
    [InlineData(429, 3)]
    [InlineData(429, null)]
    [InlineData(503, 2)]
    public async Task A_short_refusal_is_waited_for_and_asked_again_once(int status, int? retryAfter)
    {
        await using var replicas = await Replicas.StartAsync(azurite);
        var refusals = 1;
        replicas.Front.Instead = _ => Interlocked.Decrement(ref refusals) >= 0 ? new Told(status, retryAfter) : null;

        var answer = BusyAsync(replicas.One.Get<JuryCalendar>(), replicas.Mailbox);
        await replicas.EndAsync(answer, TimeSpan.FromSeconds(1));

        Assert.NotNull(await answer);
        Assert.Equal(2, replicas.Front.Seen.Count);
    }

    [Fact]
    public async Task Of_a_batch_only_what_was_not_answered_is_asked_again()
    {
        await using var replicas = await Replicas.StartAsync(azurite);
        var people = replicas.Tenant.Organisation.Jurors.Concat(replicas.Tenant.Organisation.Candidates).Where(p => p.HasAccount).Take(20).ToList();
        var batches = 0;
        replicas.Front.After = (_, body) => Interlocked.Increment(ref batches) == 1 ? Spoil(body, (3, 429), (7, 424)) : body;

        var asking = replicas.One.Get<TenantDirectory>().FindAccountsAsync(people.Select(p => p.Mail), TestContext.Current.CancellationToken);
        await replicas.EndAsync(asking, TimeSpan.FromSeconds(1));

        Assert.All(people, person => Assert.Equal(person.Id, asking.Result[person.Mail]));
        Assert.Equal(["0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19", "3,7"], replicas.Front.Seen.Select(Ids));
    }

    [Fact]
    public async Task Many_calendars_are_read_in_one_batch_that_takes_one_place_of_the_mailbox()
    {
        await using var replicas = await Replicas.StartAsync(azurite);
        var people = replicas.Tenant.Organisation.Jurors.Concat(replicas.Tenant.Organisation.Candidates).ToList();
        var busy = await replicas.One.Get<JuryCalendar>().GetBusyAsync(replicas.Mailbox, [.. people.Select(p => p.Mail)], From, From.AddDays(100), CancellationToken.None);

        Assert.Equal(people.Count, busy.Count);
        Assert.Contains(people, p => busy[p.Mail] is { Count: > 0 });
        Assert.Null(busy[people.First(p => !p.HasAccount).Mail]);
        Assert.EndsWith("/$batch", Assert.Single(replicas.Front.Seen).Target, StringComparison.Ordinal);
        Assert.Equal(6, replicas.Tenant.Counters.GraphRequests);
        Assert.Equal(1, replicas.Tenant.Counters.MostInFlight);
    }

    private static async Task<IReadOnlyList<Busy>?> BusyAsync(JuryCalendar calendar, string mailbox) =>
        (await calendar.GetBusyAsync(mailbox, [mailbox], From, To, CancellationToken.None))[mailbox];

    private static EventDraft Draft(int number, DateTimeOffset start, string guest) => new("s-1", $"Jury n° {number}", "<p>Bonjour</p>", start, start.AddMinutes(30), [(guest, "Someone")], null, "Salle");

    private static string Spoil(string body, params (int Id, int Status)[] spoilt)
    {
        var json = JsonNode.Parse(body)!;
        foreach (var (id, status) in spoilt)
        {
            var response = json["responses"]!.AsArray().Single(r => r!["id"]!.ToString() == $"{id}")!;
            (response["status"], response["body"]) = (status, JsonNode.Parse("""{"error":{"code":"Fault","message":"The test interferes."}}"""));
            response["headers"]!["Retry-After"] = "2";
        }

        return json.ToJsonString();
    }

    private static string Ids(Asked batch) =>
        string.Join(',', JsonNode.Parse(batch.Body)!["requests"]!.AsArray().Select(r => int.Parse(r!["id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture)).Order());
}
