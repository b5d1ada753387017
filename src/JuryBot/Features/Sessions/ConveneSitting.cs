using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Convenes one sitting of the plan, then moves the session's cursor: a crash between the two repeats harmlessly. A sitting that
/// cannot be convened stops the session there, with the reason.</summary>
internal sealed class ConveneSitting(Store store, SessionPlans plans, PlannedPeople people, TimeProvider time)
{
    public async Task HandleAsync(ConveneNext effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { State: SessionState.Convening } session || session.Cursor != effect.Index)
        {
            return;
        }

        var problem = await ConveneAsync(session, effect.Index, delivery, cancellation);
        await store.ExecuteAsync(
            Aggregates.Sessions,
            session.Id,
            new Command(problem is null ? "session.convened" : "session.stopped", session.Coordinator),
            known => problem is null ? SessionVerbs.Convened(known!, effect.Index) : SessionVerbs.StopConvening(known!, effect.Index, problem),
            ct: cancellation);
    }

    private async Task<Refusal?> ConveneAsync(Session session, int index, Delivery delivery, CancellationToken cancellation)
    {
        if (await plans.ReadAsync(session.Plan!, cancellation) is not { } plan)
        {
            return new Refusal("PlanGone");
        }

        var (sitting, refusal) = await people.SeatAsync(session, index, plan.Sittings[index], cancellation);
        return refusal ?? (await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting!.Id,
            new Command("sitting.convene", session.Coordinator, Cause: delivery.Cause),
            known => SittingVerbs.Convene(known, sitting, people.Certification(session), time.GetUtcNow()),
            ct: cancellation)).Refusal;
    }
}
