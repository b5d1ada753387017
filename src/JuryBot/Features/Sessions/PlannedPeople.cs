using System.Collections.Immutable;
using System.Security.Cryptography;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Makes a sitting of a planned one with the people as they are now, which may not be as they were planned.</summary>
internal sealed class PlannedPeople(Store store, PeopleRegister people, OrganisationSettings organisation)
{
    public async Task<(Sitting? Sitting, Refusal? Refusal)> SeatAsync(Session session, int index, PlannedSitting planned, CancellationToken cancellation)
    {
        var certification = Certification(session);
        var jurors = new List<(Person Person, PanelRole Role)>();
        foreach (var seat in planned.Panel)
        {
            if (await people.GetAsync(seat.Person, cancellation) is not { Erased: null } person)
            {
                return (null, new Refusal("PlannedPersonGone", seat.Name));
            }

            jurors.Add((person, certification.Jury(session.Kind).FindRole(seat.Role)!));
        }

        var exams = ImmutableList.CreateBuilder<Exam>();
        foreach (var candidate in planned.Candidates)
        {
            if (await store.ReadAsync(Aggregates.Candidates, candidate.Id, cancellation) is not { ErasedAt: null } record)
            {
                return (null, new Refusal("PlannedPersonGone", candidate.Name));
            }

            if (jurors.Find(j => !j.Person.MayJudge(record.Id, certification.Route(record.Route), j.Role)).Person is { } linked)
            {
                return (null, new Refusal("ConflictOfInterest", linked.Name, record.Name));
            }

            exams.Add(new Exam
            {
                Candidate = candidate.Id,
                Name = candidate.Name,
                Route = candidate.Route,
                Start = candidate.Start,
                End = candidate.End,
                Group = candidate.Group,
                Blocks = session.Kind == JuryKind.Final ? [.. record.BlocksToDecide(certification)] : null,
            });
        }

        return (new Sitting
        {
            Id = session.SittingId(index),
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
            Remote = session.Remote,
            Deposits = session.Deposits,
            Coordinator = session.Coordinator,
            Appointments = session.Presidents,
            Panel = [.. jurors.Select(j => Seats.Of(j.Person, j.Role.Id))],
            Exams = exams.ToImmutable(),
            MinutesSalt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        }, null);
    }

    /// <summary>The session's certification, as it was set when the session was made.</summary>
    public Certification Certification(Session session) => organisation.Certification(session.Certification).With(synthesisBlock: session.SynthesisBlock);
}
