using System.Globalization;
using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings.Outlook;

/// <param name="Start">When the event is now, as it was read: one moved again since is read first.</param>
public sealed record AdoptionRequest(DateTimeOffset Start, DateTimeOffset End);

/// <param name="Candidate">Whose event; <c>null</c> for the jury's.</param>
public sealed record RestorationRequest(string? Candidate = null);

/// <param name="Candidate">As for <see cref="RestorationRequest"/>.</param>
/// <param name="At">When what was read was seen: an event changed again since is read first.</param>
public sealed record AlterationRequest(DateTimeOffset At, string? Candidate = null);

/// <summary>What the coordination decides of an event that was moved or taken away in Outlook: its new time is taken over, it is put back, or the sitting, or the candidate's exam, is postponed.
/// What was changed in it besides stays, or is put back. Verbs <c>event.adopt</c>, <c>event.restore</c>, <c>event.postpone</c>, <c>event.keep</c>, <c>event.undo</c>; POST
/// /api/sittings/{id}/events/adoption, …/restoration, …/keeping and …/undoing.</summary>
internal sealed class DecideDisplaced(Store store, MoveCheck check, DisplacedCard card, AlteredCard altered, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public async Task<CardAnswer> AdoptAsync(CardTurn turn)
    {
        var to = Moment(turn, "start") is { } start && Moment(turn, "end") is { } end ? new EventTime(start, end) : null;
        var decide = await AdoptionAsync(turn.Sitting, to, turn.Actor.Id, turn.Cancellation);
        return await OnCardAsync(turn, "event.adopt", "Displaced.Adopted", decide, Again(turn));
    }

    public Task<CardAnswer> RestoreAsync(CardTurn turn) =>
        OnCardAsync(turn, "event.restore", "Displaced.Restored", sitting => SittingVerbs.RestoreEvent(sitting, CandidateOf(turn), time.GetUtcNow()), Again(turn));

    public Task<CardAnswer> KeepAsync(CardTurn turn) =>
        OnCardAsync(turn, "event.keep", "Altered.Kept", sitting => SittingVerbs.KeepAlteration(sitting, CandidateOf(turn), turn.Read), AlteredAgain(turn));

    public Task<CardAnswer> UndoAsync(CardTurn turn) =>
        OnCardAsync(turn, "event.undo", "Altered.Undone", sitting => SittingVerbs.UndoAlteration(sitting, CandidateOf(turn), turn.Read), AlteredAgain(turn));

    public Task<CardAnswer> PostponeAsync(CardTurn turn) => OnCardAsync(turn, CandidateOf(turn) is null ? "sitting.postpone" : "exam.postpone", "Displaced.Postponed", sitting =>
        sitting.DisplacedOf(CandidateOf(turn)) is null ? new Refusal("NothingDisplaced")
        : CandidateOf(turn) is { } candidate ? SittingVerbs.Postpone(sitting, turn.Actor.Id, candidate, turn.Submission[DisplacedCard.Reason], time.GetUtcNow())
        : SittingVerbs.PostponeAll(sitting, turn.Actor.Id, turn.Submission[DisplacedCard.Reason], time.GetUtcNow()), Again(turn));

    public async Task<Results<NoContent, NotFound, Refused>> AdoptAsync(string id, AdoptionRequest request, HttpContext http)
    {
        var caller = http.Caller();
        return await OverHttpAsync(id, "event.adopt", caller, await AdoptionAsync(id, new EventTime(request.Start, request.End), caller.Person.Id, http.RequestAborted), http.RequestAborted);
    }

    public Task<Results<NoContent, NotFound, Refused>> RestoreAsync(string id, RestorationRequest request, HttpContext http) =>
        OverHttpAsync(id, "event.restore", http.Caller(), sitting => SittingVerbs.RestoreEvent(sitting, request.Candidate, time.GetUtcNow()), http.RequestAborted);

    public Task<Results<NoContent, NotFound, Refused>> KeepAsync(string id, AlterationRequest request, HttpContext http) =>
        OverHttpAsync(id, "event.keep", http.Caller(), sitting => SittingVerbs.KeepAlteration(sitting, request.Candidate, request.At), http.RequestAborted);

    public Task<Results<NoContent, NotFound, Refused>> UndoAsync(string id, AlterationRequest request, HttpContext http) =>
        OverHttpAsync(id, "event.undo", http.Caller(), sitting => SittingVerbs.UndoAlteration(sitting, request.Candidate, request.At), http.RequestAborted);

    // What is looked up stands before the decision; what is not stored in the sitting can change under it.
    private async Task<Func<Sitting, Decision<Sitting>>> AdoptionAsync(string id, EventTime? to, string by, CancellationToken cancellation)
    {
        if (to is null || await store.ReadAsync(Aggregates.Sittings, id, cancellation) is not { } known)
        {
            return _ => new Refusal("NothingDisplaced");
        }

        var taken = SittingVerbs.WhyNotAdopt(known, to) is null ? await check.WhyNotAsync(known, to, cancellation) : null;
        var session = await store.ReadAsync(Aggregates.Sessions, known.Session, cancellation);
        return sitting => taken is not null ? taken : SittingVerbs.AdoptMove(sitting, to, session?.Presidents ?? sitting.Appointments, organisation.CertificationOf(sitting), by, time.GetUtcNow());
    }

    private async Task<Results<NoContent, NotFound, Refused>> OverHttpAsync(string id, string verb, Caller caller, Func<Sitting, Decision<Sitting>> decide, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, id, cancellation) is null)
        {
            return TypedResults.NotFound();
        }

        var outcome = await store.ExecuteAsync(Aggregates.Sittings, id, caller.Command(verb), sitting => WhyNot(sitting, caller.Person) is { } forbidden ? forbidden : decide(sitting!), ct: cancellation);
        return outcome.Refusal is { } refusal ? refusals.Problem(refusal, caller) : TypedResults.NoContent();
    }

    /// <param name="again">What a refusal shows, while there is something to decide.</param>
    private async Task<CardAnswer> OnCardAsync(CardTurn turn, string verb, string done, Func<Sitting, Decision<Sitting>> decide, Func<Sitting, Refusal, AdaptiveCard?> again)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(verb),
            sitting => WhyNot(sitting, turn.Actor) is { } forbidden ? forbidden : decide(sitting!),
            decided => turn.Show(card.Settled(decided, done, turn.Language)),
            turn.Cancellation);
        return outcome switch
        {
            { Refusal: null } => CardAnswer.Card(outcome.Answer!),
            { Refusal: var fault } when WhyNot(outcome.State, turn.Actor) is null && again(outcome.State!, fault) is { } asked => CardAnswer.Card(turn.Show(asked)),
            _ => CardAnswer.Say(refusals.Say(outcome.Refusal, turn.Language)),
        };
    }

    private Func<Sitting, Refusal, AdaptiveCard?> Again(CardTurn turn) => (sitting, fault) => sitting.DisplacedOf(CandidateOf(turn)) is { } displaced
        ? card.Show(sitting, displaced, turn.Language, turn.Submission.Verb == Verbs.AdoptMove ? fault : null, fault, turn.Submission[DisplacedCard.Reason])
        : null;

    private Func<Sitting, Refusal, AdaptiveCard?> AlteredAgain(CardTurn turn) => (sitting, fault) =>
        sitting.AlteredOf(CandidateOf(turn)) is { } what ? altered.Show(sitting, what, turn.Language, fault) : null;

    private static Refusal? WhyNot(Sitting? sitting, Person actor) =>
        !actor.Is(PersonRole.Coordinator) ? new Refusal("NotAllowed")
        : sitting is null ? new Refusal("NothingDisplaced")
        : sitting.Exam(actor.Id) is not null ? new Refusal("OwnExam")
        : null;

    private static string? CandidateOf(CardTurn turn) => turn.Candidate is { Length: > 0 } candidate ? candidate : null;

    private static DateTimeOffset? Moment(CardTurn turn, string name) =>
        DateTimeOffset.TryParse(turn.Submission[name], CultureInfo.InvariantCulture, out var moment) ? moment : null;
}
