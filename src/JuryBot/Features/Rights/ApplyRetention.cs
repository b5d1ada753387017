using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Rights;

/// <summary>Deletes what is as old as it may become, sitting by sitting and exam by exam, so that a run that was cut off is finished by another one.
/// Says of each sitting what it did, or until when it keeps what; by ids, never by names.</summary>
internal sealed class ApplyRetention(
    Store store, Lookups lookups, Blobs documents, SessionIndex index, PeopleRegister people, Conversations conversations, DeclaredLinks links, RetentionSettings retention, TimeProvider time)
{
    /// <summary>Who does it, in the ledger.</summary>
    public const string Actor = "retention";

    private static readonly Texts Texts = Texts.Of("Features.Rights");

    /// <param name="dryRun">Says what would be done and does nothing.</param>
    /// <param name="say">Takes each line of the report.</param>
    public async Task RunAsync(bool dryRun, string language, Action<string> say, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (dryRun)
        {
            say(T("Retention.DryRun"));
        }

        var cards = (await conversations.CardsAsync(cancellation)).ToLookup(card => card.Split('|')[0]);
        foreach (var listed in await index.ListAsync(cancellation))
        {
            var session = (await store.ReadAsync(Aggregates.Sessions, listed.Id, cancellation))!;
            var sittings = await store.ReadAllAsync(Aggregates.Sittings, session.Sittings.Select(sitting => sitting.Id), cancellation);
            foreach (var sitting in sittings)
            {
                await SittingAsync(sitting, [.. cards[sitting.Id]]);
            }

            await SessionAsync(session, sittings, [.. cards[session.Id]]);
        }

        await LinksAsync();
        await foreach (var candidate in store.PartitionsAsync(Aggregates.Transmissions, cancellation))
        {
            await BirthAsync(candidate);
        }

        say(T("Retention.Register"));
        say(T("Retention.LedgerKept"));

        async Task SittingAsync(Sitting sitting, IReadOnlyList<string> sent)
        {
            if (sitting.State is SittingState.Convened or SittingState.Open)
            {
                say(T("Retention.NotOver", sitting.Id));
                return;
            }

            if (retention.ReferencesUntil(sitting.End) > now)
            {
                say(T("Retention.ReferencesKept", sitting.Id, Day(retention.ReferencesUntil(sitting.End))));
            }
            else if (sitting.ReferencesForgottenAt is null || sent.Count > 0)
            {
                say(T("Retention.References", sitting.Id, sent.Count));
                await (dryRun ? Task.CompletedTask : ForgetReferencesAsync(sitting, sent, cancellation));
            }

            if (retention.MinutesUntil(sitting.End) > now)
            {
                say(T("Retention.MinutesKept", sitting.Id, Day(retention.MinutesUntil(sitting.End))));
            }
            else if (sitting.MinutesForgottenAt is null)
            {
                say(T("Retention.Minutes", sitting.Id, sitting.Exams.Count));
                await (dryRun ? Task.CompletedTask : ForgetMinutesAsync(sitting, cancellation));
            }
        }

        async Task SessionAsync(Session session, IReadOnlyList<Sitting> sittings, IReadOnlyList<string> sent)
        {
            var end = session.Ended;
            if (sittings.Any(sitting => sitting.State is SittingState.Convened or SittingState.Open))
            {
                return;
            }

            if (retention.ReferencesUntil(end) > now)
            {
                say(T("Retention.PlanKept", session.Id, Day(retention.ReferencesUntil(end))));
            }
            else if (session.PlanForgottenAt is null || sent.Count > 0)
            {
                say(T("Retention.Plan", session.Id, sent.Count));
                await (dryRun ? Task.CompletedTask : ForgetPlanAsync(session, sent, cancellation));
            }

            if (retention.MinutesUntil(end) <= now && await DepositedAsync(session, cancellation) is { Count: > 0 } deposited)
            {
                say(T("Retention.Deposits", session.Id, deposited.SelectMany(kept => kept.Deposits.Where(d => d.Session == session.Id).Select(d => d.Shared?.Candidate ?? kept.Candidate)).Distinct().Count()));
                await (dryRun ? Task.CompletedTask : ForgetDepositsAsync(session, deposited.Select(kept => kept.Candidate), cancellation));
            }

            if (retention.MinutesUntil(end) <= now && SessionVerbs.ForgetPresidents(session).State != session)
            {
                say(T("Retention.Presidents", session.Id));
                await (dryRun ? Task.CompletedTask : ForgetPresidentsAsync(session, cancellation));
            }
        }

        async Task LinksAsync()
        {
            foreach (var candidate in (await people.ListAsync(cancellation)).SelectMany(person => person.Links).Select(link => link.Candidate).Distinct())
            {
                if (!dryRun && await links.ForgetAsync(candidate, Actor, cancellation) is > 0 and var count)
                {
                    say(T("Retention.Links", candidate, count));
                }
            }
        }

        async Task BirthAsync(string candidate)
        {
            if (await store.ReadAsync(Aggregates.Transmissions, candidate, cancellation) is not { Birth: { } birth } transmission)
            {
                return;
            }

            var owed = await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) is { } record ? TransmissionVerbs.Owed(transmission, record).ToList() : [];
            // Entered before the day was kept: when there was something to enter it for.
            var until = owed.Count == 0 ? (DateOnly?)null : retention.BirthUntil(birth.On ?? DateOnly.FromDateTime(owed.Max(title => title.Award.PublishedAt!.Value).UtcDateTime));
            if (until > DateOnly.FromDateTime(now.UtcDateTime))
            {
                say(T("Retention.BirthKept", candidate, Day(until.Value)));
                return;
            }

            say(until is null ? T("Retention.BirthUnneeded", candidate) : T("Retention.Birth", candidate, retention.BirthMonths));
            // What has been entered again meanwhile stays.
            await (dryRun ? Task.CompletedTask : store.ExecuteAsync(
                Aggregates.Transmissions, candidate, new Command("accrochage.birth-forget", Actor), known => known!.Birth == birth ? TransmissionVerbs.EraseBirth(known) : known, ct: cancellation));
        }

        string T(string key, params object?[] arguments) => Texts.Get(language, key, arguments);

        static string Day(IFormattable moment) => moment.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task ForgetReferencesAsync(Sitting sitting, IReadOnlyList<string> sent, CancellationToken cancellation)
    {
        await ForgetCardsAsync(sent, cancellation);
        foreach (var eventId in sitting.Exams.Select(exam => exam.EventId).Append(sitting.EventId).OfType<string>())
        {
            await lookups.DeleteAsync("event", eventId, cancellation);
        }

        await ChangeAsync("sitting.forget-references", sitting, known => SittingVerbs.ForgetReferences(known, time.GetUtcNow()), cancellation);
    }

    private async Task ForgetMinutesAsync(Sitting sitting, CancellationToken cancellation)
    {
        foreach (var exam in sitting.Exams)
        {
            // Letters say the reasons: their files go first, so that none is left without its row.
            foreach (var letter in await store.ReadAsync(Aggregates.Candidates, exam.Candidate, cancellation) is { } known ? CandidateVerbs.LettersOf(known, sitting.Id) : [])
            {
                await documents.DeleteAllAsync(Blobs.Issued(Aggregates.Candidates.Table, exam.Candidate) + letter.Sha256, cancellation);
            }

            await store.ExecuteAsync(
                Aggregates.Candidates, exam.Candidate, new Command("candidate.forget-reasons", Actor), record => record is null ? new Domain.Refusal("UnknownCandidate") : record.ForgetReasons(sitting.Id), ct: cancellation);
            await ChangeAsync("sitting.forget-exam", sitting, known => SittingVerbs.ForgetExam(known, exam.Candidate), cancellation);
        }

        await documents.DeleteAllAsync($"scans/{sitting.Id}/", cancellation);
        await documents.DeleteAllAsync(Blobs.Issued(Aggregates.Sittings.Table, sitting.Id), cancellation);
        await ChangeAsync("sitting.forget-minutes", sitting, known => SittingVerbs.ForgetMinutes(known, time.GetUtcNow()), cancellation);
    }

    private async Task ForgetPlanAsync(Session session, IReadOnlyList<string> sent, CancellationToken cancellation)
    {
        await ForgetCardsAsync(sent, cancellation);
        await documents.DeleteAllAsync(session.PlanDocuments, cancellation);
        await store.ExecuteAsync(Aggregates.Sessions, session.Id, new Command("session.forget-plan", Actor), known => SessionVerbs.ForgetPlan(known!, time.GetUtcNow()), ct: cancellation);
    }

    // Candidate by candidate, and what groups deposited.
    private async Task<IReadOnlyList<CandidateDeposits>> DepositedAsync(Session session, CancellationToken cancellation) =>
        [.. (await store.ReadAllAsync(Aggregates.Deposits, session.Candidates.Append(CandidateDeposits.OfGroups(session.Id)), cancellation)).Where(kept => kept.Deposits.Exists(d => d.Session == session.Id))];

    private async Task ForgetDepositsAsync(Session session, IEnumerable<string> keptBy, CancellationToken cancellation)
    {
        foreach (var owner in keptBy)
        {
            await documents.DeleteAllAsync(Blobs.Deposited(owner, session.Id), cancellation);
            while ((await store.ReadAsync(Aggregates.Deposits, owner, cancellation))?.Deposits.Exists(d => d.Session == session.Id) == true)
            {
                await store.ExecuteAsync(Aggregates.Deposits, owner, new Command("deposit.forget", Actor), known => DepositVerbs.Forget(known!, session.Id), ct: cancellation);
            }
        }
    }

    private async Task ForgetPresidentsAsync(Session session, CancellationToken cancellation)
    {
        await documents.DeleteAllAsync(Blobs.Issued(Aggregates.Sessions.Table, session.Id), cancellation);
        await store.ExecuteAsync(Aggregates.Sessions, session.Id, new Command("session.forget-presidents", Actor), known => SessionVerbs.ForgetPresidents(known!), ct: cancellation);
        await index.PutAsync(session.Id, cancellation);
    }

    private async Task ForgetCardsAsync(IEnumerable<string> sent, CancellationToken cancellation)
    {
        foreach (var card in sent)
        {
            await conversations.ForgetCardAsync(card, cancellation);
        }
    }

    private Task<Outcome<Sitting>> ChangeAsync(string verb, Sitting sitting, Func<Sitting, Domain.Decision<Sitting>> change, CancellationToken cancellation) =>
        store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command(verb, Actor), known => change(known!), ct: cancellation);
}
