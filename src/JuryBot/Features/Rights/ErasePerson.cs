using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Rights;

/// <param name="Reason">Why: the request it answers. Kept.</param>
internal sealed record ErasureRequest(string? Reason);

/// <summary>POST /api/people/{person}/erasure, by the director: says what is deleted, and what is kept and why. The rest of the work is an effect of
/// the decision: <see cref="ForgetAsync"/>.</summary>
internal sealed class ErasePerson(
    Store store, OwnSittings sittings, DeclaredLinks links, PeopleRegister people, Conversations conversations, Heard heard, Lookups lookups, Blobs blobs, SessionIndex sessions, KeptOfPerson kept, RefusalTexts texts,
    OrganisationSettings organisation, TimeProvider time)
{
    public async Task<Results<Ok<ErasureReport>, NotFound, Refused>> HandleAsync(string person, ErasureRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.People, person, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var own = await sittings.ListAsync(person, http.RequestAborted);
        var outcome = await store.ExecuteAsync(
            Aggregates.People,
            person,
            caller.Command("person.erase"),
            known => PersonVerbs.Erase(known!, own, caller.Person.Id, request.Reason, organisation.Language, time.GetUtcNow()),
            ct: http.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            return texts.Problem(refusal, caller);
        }

        var record = await store.ReadAsync(Aggregates.Candidates, person, http.RequestAborted);
        var held = await store.ReadAllAsync(Aggregates.Sessions, own.Select(sitting => sitting.Session).Distinct(), http.RequestAborted);
        return TypedResults.Ok(kept.Of(person, record, own, held, caller.Language));
    }

    /// <summary>Deletes what else is kept of an erased person. Each step may be repeated; what finds the others comes last.</summary>
    public async Task ForgetAsync(ForgetPerson effect, Delivery delivery, CancellationToken cancellation)
    {
        var id = effect.Person;
        var actor = (await people.GetAsync(id, cancellation))!.Erased!.By;
        if (await store.ReadAsync(Aggregates.Candidates, id, cancellation) is { } candidate)
        {
            var issued = Blobs.Issued(Aggregates.Candidates.Table, id);
            foreach (var gone in candidate.IsKeptForGood ? candidate.Documents.Where(d => d.Kind == DocumentKind.AwardLetter).Select(d => issued + d.Sha256) : [issued])
            {
                await blobs.DeleteAllAsync(gone, cancellation);
            }

            await store.ExecuteAsync(Aggregates.Candidates, id, new Command("candidate.erase", actor), record => record!.Erase(time.GetUtcNow()), ct: cancellation);
        }

        // Files first, those of a deposit that was never finished included.
        await blobs.DeleteAllAsync(Blobs.Deposited(id), cancellation);
        while (await store.ReadAsync(Aggregates.Deposits, id, cancellation) is { Deposits.IsEmpty: false })
        {
            await store.ExecuteAsync(Aggregates.Deposits, id, new Command("deposit.erase", actor), known => DepositVerbs.Erase(known!), ct: cancellation);
        }

        // Asked for a transmission that is not made any more; what was transmitted stays known.
        if (await store.ReadAsync(Aggregates.Transmissions, id, cancellation) is { Birth: not null })
        {
            await store.ExecuteAsync(Aggregates.Transmissions, id, new Command("accrochage.erase-birth", actor), known => TransmissionVerbs.EraseBirth(known!), ct: cancellation);
        }

        foreach (var sitting in await sittings.ListAsync(id, cancellation))
        {
            if (sitting.Exam(id)?.EventId is { } eventId)
            {
                await lookups.DeleteAsync("event", eventId, cancellation);
            }

            await store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command("sitting.forget-reach", actor), known => SittingVerbs.ForgetReach(known!, id), ct: cancellation);
        }

        await links.ForgetAsync(id, actor, cancellation);
        foreach (var session in await store.ReadAllAsync(Aggregates.Sessions, (await sessions.ListAsync(cancellation)).Select(session => session.Id), cancellation))
        {
            await ForgetGroupWorkAsync(session, id, actor, cancellation);
            if (session.PollOf(id) is not null)
            {
                await store.ExecuteAsync(Aggregates.Sessions, session.Id, new Command("session.forget-poll", actor), known => SessionVerbs.ForgetPoll(known!, id), ct: cancellation);
            }

            if (session.Candidates.Contains(id))
            {
                await blobs.DeleteAllAsync(Blobs.Issued(Aggregates.Sessions.Table, session.Id), cancellation);
                await store.ExecuteAsync(Aggregates.Sessions, session.Id, new Command("session.forget-audits", actor), known => SessionVerbs.ForgetAudits(known!), ct: cancellation);
            }
        }

        foreach (var card in (await conversations.CardsAsync(cancellation)).Where(card => card.Split('|').Contains(id)))
        {
            await conversations.ForgetCardAsync(card, cancellation);
        }

        foreach (var account in await people.AccountsAsync(id, cancellation))
        {
            await conversations.ForgetAsync(account, cancellation);
            await heard.ForgetAsync(account, cancellation);
        }

        await people.ForgetAsync(id, cancellation);
        await sittings.ForgetAsync(id, cancellation);
    }

    // What a group deposited is the others' too: it goes with the last of them.
    private async Task ForgetGroupWorkAsync(Session session, string id, string actor, CancellationToken cancellation)
    {
        var keptBy = CandidateDeposits.OfGroups(session.Id);
        if (!session.Candidates.Contains(id) || await store.ReadAsync(Aggregates.Deposits, keptBy, cancellation) is not { } kept)
        {
            return;
        }

        var members = kept.Deposits.SelectMany(deposit => deposit.Shared!.Members).Concat(session.Groups.SelectMany(group => group.Candidates)).Distinct();
        var erased = (await store.ReadAllAsync(Aggregates.Candidates, members, cancellation)).Where(record => record.ErasedAt is not null).Select(record => record.Id).ToHashSet();
        CandidateDeposits Erase(CandidateDeposits now) => DepositVerbs.EraseMembers(now, session.Groups, erased).State!;
        for (var left = Erase(kept); left != kept; left = Erase(kept))
        {
            foreach (var gone in kept.Deposits.SelectMany(deposit => deposit.Files).Select(file => file.Sha256).Except(left.Deposits.SelectMany(deposit => deposit.Files).Select(file => file.Sha256)))
            {
                await blobs.DeleteAllAsync(Blobs.Deposited(keptBy, session.Id) + gone, cancellation);
            }

            kept = (await store.ExecuteAsync(Aggregates.Deposits, keptBy, new Command("deposit.erase", actor), now => Erase(now!), ct: cancellation)).State!;
        }
    }
}
