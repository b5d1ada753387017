using System.Collections.Immutable;
using System.Text.Json;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Convenes one sitting of the plan, then moves the session's cursor: a crash between the two repeats harmlessly.</summary>
internal sealed class ConveneSitting(Store store, Documents documents, PeopleRegister people, OrganisationSettings organisation, TimeProvider time)
{
    public async Task HandleAsync(ConveneNext effect, Delivery delivery, CancellationToken cancellation)
    {
        var session = await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) ?? throw new PoisonException("The session is gone.");
        var document = await documents.GetAsync(session.Plan!.Document, cancellation) ?? throw new PoisonException("The plan's document is gone.");
        var planned = JsonSerializer.Deserialize<SessionPlan>(document, Json.Options)!.Sittings[effect.Index];
        var certification = organisation.Certification(session.Certification).With(synthesisBlock: session.SynthesisBlock);
        var sitting = new Sitting
        {
            Id = $"{session.Id}-{effect.Index:D3}",
            Session = session.Id,
            Index = effect.Index,
            Certification = session.Certification,
            SynthesisBlock = session.SynthesisBlock,
            Promotion = session.Promotion,
            Reason = session.Reason,
            Kind = session.Kind,
            Block = session.Block,
            Start = planned.Start,
            End = planned.End,
            Room = planned.Room,
            RoomName = planned.RoomName,
            Coordinator = session.Coordinator,
            Appointments = session.Presidents,
            Panel = await SeatAsync(planned.Panel, cancellation),
            Exams = await ListAsync(session, planned.Candidates, certification, cancellation),
        };
        var convened = await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            new Command("sitting.convene", session.Coordinator, Cause: delivery.Cause),
            known => SittingVerbs.Convene(known, sitting, certification, time.GetUtcNow()),
            ct: cancellation);
        if (convened.Refusal is { } refusal)
        {
            throw new PoisonException(refusal.Rule);
        }

        await store.ExecuteAsync(
            Aggregates.Sessions,
            session.Id,
            new Command("session.convened", session.Coordinator),
            known => SessionVerbs.Convened(known!, effect.Index),
            ct: cancellation);
    }

    private async Task<ImmutableList<Exam>> ListAsync(Session session, IReadOnlyList<PlannedCandidate> candidates, Certification certification, CancellationToken cancellation)
    {
        var exams = ImmutableList.CreateBuilder<Exam>();
        foreach (var candidate in candidates)
        {
            var record = await store.ReadAsync(Aggregates.Candidates, candidate.Id, cancellation) ?? throw new PoisonException("A planned candidate is no longer known.");
            exams.Add(new Exam
            {
                Candidate = candidate.Id,
                Name = candidate.Name,
                Route = candidate.Route,
                Start = candidate.Start,
                End = candidate.End,
                Blocks = session.Kind == JuryKind.Final ? [.. record.BlocksToDecide(certification)] : null,
            });
        }

        return exams.ToImmutable();
    }

    private async Task<ImmutableList<Member>> SeatAsync(IReadOnlyList<PlannedSeat> seats, CancellationToken cancellation)
    {
        var panel = ImmutableList.CreateBuilder<Member>();
        foreach (var seat in seats)
        {
            var person = await people.GetAsync(seat.Person, cancellation) ?? throw new PoisonException("A planned juror is no longer known.");
            panel.Add(Seats.Of(person, seat.Role));
        }

        return panel.ToImmutable();
    }
}
