using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using JuryBot.Tests.WholeApp;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.Operations;

/// <summary>Two versions side by side: what a newer one wrote is left to it, and people are told to try again.</summary>
public sealed class UpgradeTests(AzuriteFixture azurite)
{
    /// <summary>An effect that only the newer version knows.</summary>
    private sealed record Novelty(string To) : Effect
    {
        public override string Recipient => To;
    }

    private sealed class Novelties
    {
        public TaskCompletionSource<Delivery> Arrived { get; } = new();

        public Task TakeAsync(Novelty _, Delivery delivery, CancellationToken ct)
        {
            Arrived.TrySetResult(delivery);
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_effect_of_a_newer_version_is_given_back_to_it_neither_lost_nor_given_up_nor_overtaken(bool rowIsNewer)
    {
        var novelties = new Novelties();
        await using var dying = await StorageHost.StartAsync(azurite, compose: Newer);
        dying.Wire.KillAt = (2, false);
        await dying.Store.ExecuteAsync(Board.Layout, "b", new("count", "p1"), Board.Increment(new Novelty("r"), new Ping("r", 2)));
        await dying.EventuallyAsync(() => Task.FromResult(dying.Wire.Killed));
        if (rowIsNewer)
        {
            var row = (await dying.RowsAsync("Sittings", "b", "o|"))[0];
            row["Schema"] = 99;
            await dying.Table("Sittings").UpdateEntityAsync(row, row.ETag);
        }

        using var returned = new Returned(nameof(Novelty), times: 2);
        var inbox = new Inbox();
        await using (var old = await StorageHost.StartAsync(azurite, dying.Prefix, inbox, compose: rowIsNewer ? Newer : null, settings: ("MaxAttempts", "2")))
        {
            await returned.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Empty(inbox.All);
        if (rowIsNewer)
        {
            Assert.False(novelties.Arrived.Task.IsCompleted);
            var row = (await dying.RowsAsync("Sittings", "b", "o|"))[0];
            row["Schema"] = 1;
            await dying.Table("Sittings").UpdateEntityAsync(row, row.ETag);
        }

        await using var alive = await StorageHost.StartAsync(azurite, dying.Prefix, inbox, compose: Newer);
        Assert.Equal(1, (await novelties.Arrived.Task.WaitAsync(TimeSpan.FromSeconds(30))).Attempt);
        Assert.Equal(2, (await inbox.NextAsync()).Ping.Number);
        Assert.Empty(await alive.Get<Poison>().ListAsync());
        await alive.EventuallyAsync(async () => await alive.WakeUpsAsync() == 0);

        void Newer(IServiceCollection services) => services.AddSingleton(novelties).AddEffect<Novelty, Novelties>((handler, effect, delivery, ct) => handler.TakeAsync(effect, delivery, ct));
    }

    [Fact]
    public async Task An_effect_that_no_version_knows_is_given_up_after_a_day()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 40, 0, TimeSpan.Zero));
        await using var dying = await StorageHost.StartAsync(azurite, time: time, compose: services => services.AddSingleton<Novelties>().AddEffect<Novelty, Novelties>((handler, effect, delivery, ct) => handler.TakeAsync(effect, delivery, ct)));
        dying.Wire.KillAt = (2, false);
        await dying.Store.ExecuteAsync(Board.Layout, "b", new("count", "p1"), Board.Increment(new Novelty("r")));
        await dying.EventuallyAsync(() => Task.FromResult(dying.Wire.Killed));
        time.Advance(TimeSpan.FromDays(1));
        await using var old = await StorageHost.StartAsync(azurite, dying.Prefix, time: time, settings: ("MaxAttempts", "1"));
        await old.EventuallyAsync(async () => (await old.Get<Poison>().ListAsync()).Count == 1);
        Assert.Equal(nameof(Novelty), (await old.Get<Poison>().ListAsync()).Single().Effect);
    }

    [Fact]
    public async Task Who_asks_an_older_replica_about_what_a_newer_one_wrote_is_told_to_try_again_in_a_moment()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var house = stand.House;
        var sheet = stand.Links(stand.Outside, "sheet")[0];
        var chair = await stand.Jury.ChairAsync();
        var tables = new TableServiceClient(azurite.ConnectionString);
        var sittings = tables.GetTableClient($"{house.App.Configuration["Storage:Prefix"]}Sittings");
        TableEntity root = await sittings.GetEntityAsync<TableEntity>(stand.Jury.Sitting, "s|");
        var known = root["Schema"];
        root["Schema"] = 99;
        await sittings.UpdateEntityAsync(root, root.ETag, TableUpdateMode.Replace);

        var pressed = await stand.Jury.PressAsync(chair, "sitting.follow", null);
        Assert.Equal(chair.Language == "en" ? "JuryBot is being updated. Try again in a moment." : "JuryBot est en cours de mise à jour. Réessayez dans un instant.", Jury.Sentence(pressed));
        var page = await stand.Visitor.SendAsync(HttpMethod.Get, sheet, null, ("Accept-Language", "en"));
        Assert.Equal((503, "5"), (page.Status, page.Headers["Retry-After"]));
        Assert.Contains("Try again in a moment", page.Text, StringComparison.Ordinal);
        var read = await house.GetAsync(house.Coordinator, $"api/sittings/{stand.Jury.Sitting}");
        Assert.Equal(503, read.Status);
        Assert.Contains("Réessayez dans un instant", read["detail"].ToString(), StringComparison.Ordinal);

        root["Schema"] = known;
        await sittings.UpdateEntityAsync(root, Azure.ETag.All, TableUpdateMode.Replace);
        Assert.False(Jury.IsRefusal(await stand.Jury.PressAsync(chair, "sitting.follow", null)));
        Assert.Equal(200, (await stand.Visitor.GetAsync(sheet)).Status);
    }

    [Fact]
    public async Task A_card_of_an_older_version_still_works_and_one_of_a_newer_version_says_try_again()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var chair = await jury.ChairAsync();
        var candidate = (await jury.ExamsAsync())[0];
        var (message, action) = jury.Find(chair, "sheet.submit", candidate)!.Value;
        var older = await PressAsync(action.Data, "sheet.show", 1);
        Assert.False(Jury.IsRefusal(older));
        var later = chair.Language == "en" ? "Try again in a few minutes" : "Réessayez dans quelques minutes";
        var newer = await PressAsync(action.Data, "sheet.show", CardTurn.CardVersion + 1);
        Assert.True(newer.IsSuccess);
        Assert.Contains(later, Jury.Sentence(newer), StringComparison.Ordinal);
        var unknown = await PressAsync(action.Data, "sheet.dictate", CardTurn.CardVersion + 1);
        Assert.Contains(later, Jury.Sentence(unknown), StringComparison.Ordinal);

        Task<JuryBot.Sandbox.Teams.DeliveryAnswer> PressAsync(JsonObject data, string verb, int version)
        {
            var changed = data.DeepClone().AsObject();
            (changed["v"], changed["verb"]) = (version, verb);
            return house.Tenant.Teams.SendAsync(chair, message, "Action.Execute", verb, null, changed);
        }
    }

    /// <summary>Completes once an effect was given back so many times.</summary>
    private sealed class Returned : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int seen;

        public Returned(string effect, int times)
        {
            listener.InstrumentPublished = (instrument, hearing) =>
            {
                if (instrument is { Name: "jurybot.effects", Meter.Name: "JuryBot" })
                {
                    hearing.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            {
                if (tags.ToArray() is var said && said.Contains(KeyValuePair.Create<string, object?>("effect", effect)) && said.Contains(KeyValuePair.Create<string, object?>("outcome", "returned")) && Interlocked.Increment(ref seen) == times)
                {
                    done.TrySetResult();
                }
            });
            listener.Start();
        }

        public Task Task => done.Task;

        public void Dispose() => listener.Dispose();
    }
}
