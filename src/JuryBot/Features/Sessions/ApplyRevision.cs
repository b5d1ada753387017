using System.Text.Json;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Carries out one step of a proposed revision, then moves the session's cursor: a crash between the two repeats harmlessly. The first
/// step lets go of the time that nobody holds any more, so that whoever comes later finds it free; each other one is a sitting. A sitting that
/// has changed since the proposal is left as it is, and the coordinator told why.</summary>
internal sealed class ApplyRevision(Store store, Blobs documents, Reservations reservations, PlannedPeople people, TimeProvider time)
{
    /// <summary>Steps that carry a proposal out; none when it changes nothing.</summary>
    public static int Steps(Proposal? proposal) => proposal?.Changes() is { Count: > 0 } changes ? changes.Count + 1 : 0;

    /// <summary>The change that a step makes; <c>null</c> for the first.</summary>
    public static ProposedSitting? Change(Proposal proposal, int step) => step == 0 ? null : proposal.Changes()[step - 1];

    public async Task HandleAsync(ApplyNext effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { Revision: { State: RevisionState.Applying } revision } session
            || revision.Request != effect.Request || revision.Cursor != effect.Step)
        {
            return;
        }

        var refused = await documents.GetAsync(revision.Document!, cancellation) is { } document
            ? await ApplyAsync(session, JsonSerializer.Deserialize<Proposal>(document, Json.Options)!, effect.Step, delivery, cancellation)
            : new Refusal("PlanGone");
        await store.ExecuteAsync(
            Aggregates.Sessions,
            session.Id,
            new Command(refused is null ? "session.revised" : "session.revision-refused", session.Coordinator),
            known => SessionVerbs.Applied(known!, effect.Request, effect.Step, refused),
            ct: cancellation);
    }

    private async Task<Refusal?> ApplyAsync(Session session, Proposal proposal, int step, Delivery delivery, CancellationToken cancellation)
    {
        if (Change(proposal, step) is not { } change)
        {
            await LetGoAsync(proposal, cancellation);
            return null;
        }

        var refused = await ChangeAsync(session, proposal, change, delivery, cancellation);
        if (refused is not null && await store.ReadAsync(Aggregates.Sittings, change.Id, cancellation) is { } left)
        {
            // What the first step let go of is held again.
            foreach (var (holder, from, to) in left.Held())
            {
                await reservations.PutAsync(holder, from, to, left.Id, cancellation);
            }
        }

        return refused;
    }

    private async Task LetGoAsync(Proposal proposal, CancellationToken cancellation)
    {
        foreach (var change in proposal.Changes().Where(change => change.Before is not null))
        {
            if (await store.ReadAsync(Aggregates.Sittings, change.Id, cancellation) is not { } sitting || !change.Seen!.IsStill(sitting) || SittingVerbs.HasBegun(sitting, time.GetUtcNow()))
            {
                continue;
            }

            var kept = change.After is { } after ? Held(after).ToHashSet() : [];
            foreach (var (holder, _, _) in sitting.Held().Where(held => !kept.Contains((held.Holder, held.From, held.To))))
            {
                await reservations.DeleteAsync(holder, sitting.Id, cancellation);
            }
        }
    }

    private async Task<Refusal?> ChangeAsync(Session session, Proposal proposal, ProposedSitting change, Delivery delivery, CancellationToken cancellation)
    {
        var (certification, request, by) = (people.Certification(session), session.Revision!.Request, session.Coordinator);
        var elsewhere = change.Leaving.Where(c => proposal.After(c) is not null).ToHashSet();
        if (change.After is null)
        {
            return await ExecuteAsync("sitting.cancel", known => SittingVerbs.Cancel(known!, request, change.Seen!, elsewhere, time.GetUtcNow()));
        }

        var (wanted, refusal) = await people.SeatAsync(session, change.Index, change.After, cancellation);
        if ((refusal ?? await WhyTakenAsync(proposal, change, wanted!, cancellation)) is { } taken)
        {
            return taken;
        }

        return change.Before is null
            ? await ExecuteAsync("sitting.convene", known => SittingVerbs.Convene(known, wanted!, certification, time.GetUtcNow()))
            : await ExecuteAsync("sitting.revise", known => SittingVerbs.Revise(
                known!,
                new RevisedSitting(request, change.Seen!, wanted!.Start, wanted.End, wanted.Room, wanted.RoomName, wanted.Panel, wanted.Exams),
                session.Presidents, elsewhere, certification, by, time.GetUtcNow()));

        async Task<Refusal?> ExecuteAsync(string verb, Func<Sitting?, Decision<Sitting>> decide) =>
            (await store.ExecuteAsync(Aggregates.Sittings, change.Id, new Command(verb, by, Cause: delivery.Cause), decide, ct: cancellation)).Refusal;
    }

    // Nobody is in two places, and no candidate in two sittings: whoever a sitting takes must have been let go.
    private async Task<Refusal?> WhyTakenAsync(Proposal proposal, ProposedSitting change, Sitting wanted, CancellationToken cancellation)
    {
        foreach (var candidate in change.Joining)
        {
            if (proposal.Before(candidate) is { } before && await store.ReadAsync(Aggregates.Sittings, before.Id, cancellation) is { State: not SittingState.Cancelled } other && other.Exam(candidate) is { } still)
            {
                return new Refusal("StillHeardElsewhere", still.Name, still.Start);
            }
        }

        foreach (var (holder, from, to) in wanted.Held())
        {
            if ((await reservations.ListAsync(holder, from, to, cancellation)).FirstOrDefault(held => held.Sitting != wanted.Id) is { } held)
            {
                return new Refusal("TakenElsewhere", wanted.Member(holder)?.Name ?? wanted.Exam(holder)?.Name ?? wanted.RoomName, held.From);
            }
        }

        return null;
    }

    private static IEnumerable<(string Holder, DateTimeOffset From, DateTimeOffset To)> Held(PlannedSitting sitting) =>
    [
        .. sitting.Panel.Select(seat => (seat.Person, sitting.Start, sitting.End)),
        .. sitting.Candidates.Select(c => (c.Id, c.Start, c.End)),
        (sitting.Room, sitting.Start, sitting.End),
    ];
}
