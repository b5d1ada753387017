using System.Collections.Immutable;
using System.Text.Json;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Convenes one sitting of the plan, then moves the session's cursor: a crash between the two repeats harmlessly. A sitting that
/// cannot be convened stops the session there, with the reason.</summary>
internal sealed class ConveneSitting(Store store, Documents documents, PeopleRegister people, OrganisationSettings organisation, TimeProvider time)
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
        if (await documents.GetAsync(session.Plan!.Document, cancellation) is not { } document)
        {
            return new Refusal("PlanGone");
        }

        var planned = JsonSerializer.Deserialize<SessionPlan>(document, Json.Options)!.Sittings[index];
        var certification = organisation.Certification(session.Certification).With(synthesisBlock: session.SynthesisBlock);
        var jurors = new List<(Person Person, PanelRole Role)>();
        foreach (var seat in planned.Panel)
        {
            if (await people.GetAsync(seat.Person, cancellation) is not { } person)
            {
                return new Refusal("PlannedPersonGone", seat.Name);
            }

            jurors.Add((person, certification.Jury(session.Kind).FindRole(seat.Role)!));
        }

        var exams = ImmutableList.CreateBuilder<Exam>();
        foreach (var candidate in planned.Candidates)
        {
            if (await store.ReadAsync(Aggregates.Candidates, candidate.Id, cancellation) is not { } record)
            {
                return new Refusal("PlannedPersonGone", candidate.Name);
            }

            if (jurors.Find(j => !j.Person.MayJudge(record.Id, certification.Route(record.Route), j.Role)).Person is { } linked)
            {
                return new Refusal("ConflictOfInterest", linked.Name, record.Name);
            }

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

        var sitting = new Sitting
        {
            Id = $"{session.Id}-{index:D3}",
            Session = session.Id,
            Index = index,
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
            Panel = [.. jurors.Select(j => Seats.Of(j.Person, j.Role.Id))],
            Exams = exams.ToImmutable(),
        };
        return (await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            new Command("sitting.convene", session.Coordinator, Cause: delivery.Cause),
            known => SittingVerbs.Convene(known, sitting, certification, time.GetUtcNow()),
            ct: cancellation)).Refusal;
    }
}
