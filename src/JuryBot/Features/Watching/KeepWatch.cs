using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JuryBot.Calendars;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Mailboxes;
using JuryBot.Storage;

namespace JuryBot.Features.Watching;

/// <summary>Sees to it that JuryBot hears of changes in a mailbox that has sittings ahead.</summary>
internal sealed class KeepWatch(Store store, Lookups lookups, EventSubscriptions subscriptions, TimeProvider time)
{
    private const string Subscription = "subscription", Sittings = "watched";
    private const int SecretBytes = 32;

    public async Task StartAsync(WatchCalendar effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { Mailbox: { } mailbox } sitting)
        {
            return;
        }

        // A mail address is a name: keys, ledgers and logs have its hash.
        var id = Hash.Of(mailbox.ToLowerInvariant())[..32];
        await lookups.PutAsync(Sittings, id, sitting.Id, sitting.End.ToString("O", CultureInfo.InvariantCulture), cancellation);
        await store.ExecuteAsync(
            Aggregates.Mailboxes, id, new Command("calendar.watch", "jurybot", Cause: delivery.Cause), known => WatchVerbs.Watch(known, id, mailbox, sitting.End), ct: cancellation);
    }

    public async Task SubscribeAsync(KeepSubscription effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Mailboxes, effect.Watch, cancellation) is not { Active: true } watch || watch.Turn != effect.Turn)
        {
            return;
        }

        var until = time.GetUtcNow() + WatchVerbs.SubscriptionLife;
        var kept = watch.Subscription is { } known && await subscriptions.RenewAsync(known.Id, until, cancellation) is { } expires
            ? known with { Expires = expires }
            : await CreateAsync(watch, until, cancellation);
        await store.ExecuteAsync(
            Aggregates.Mailboxes,
            watch.Id,
            new Command("calendar.subscribed", "jurybot", Cause: delivery.Cause),
            now => WatchVerbs.Subscribed(now!, effect.Turn, kept, time.GetUtcNow()),
            ct: cancellation);
    }

    /// <summary>The watched mailbox that a subscription is of, if a secret is its own; <c>null</c> for anything else.</summary>
    public async Task<MailboxWatch?> FindAsync(string subscription, string secret, CancellationToken cancellation) =>
        await lookups.GetAsync(Subscription, subscription, cancellation) is { } id
        && await store.ReadAsync(Aggregates.Mailboxes, id, cancellation) is { Subscription: { } known } watch
        && known.Id == subscription
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sha256(secret)), Encoding.ASCII.GetBytes(known.SecretSha256))
            ? watch
            : null;

    /// <summary>Ids of the sittings whose events are in the mailbox, those of before a moment left out for good.</summary>
    public async Task<IReadOnlyList<string>> SittingsAsync(string watch, DateTimeOffset now, CancellationToken cancellation)
    {
        var ahead = new List<string>();
        foreach (var (sitting, end) in await lookups.ListAsync(Sittings, watch, cancellation))
        {
            // One that was moved since has its own word on when it ends.
            if (DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) > now || await store.ReadAsync(Aggregates.Sittings, sitting, cancellation) is { State: SittingState.Convened } known && known.End > now)
            {
                ahead.Add(sitting);
            }
            else
            {
                await lookups.DeleteAsync(Sittings, watch, sitting, cancellation);
            }
        }

        return ahead;
    }

    private async Task<WatchSubscription?> CreateAsync(MailboxWatch watch, DateTimeOffset until, CancellationToken cancellation)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        if (await subscriptions.CreateAsync(watch.Mailbox, secret, until, cancellation) is not var (id, expires))
        {
            return null;
        }

        await lookups.PutAsync(Subscription, id, watch.Id, cancellation);
        if (watch.Subscription is { } old && old.Id != id)
        {
            await lookups.DeleteAsync(Subscription, old.Id, cancellation);
        }

        return new WatchSubscription(id, Sha256(secret), expires);
    }

    private static string Sha256(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
