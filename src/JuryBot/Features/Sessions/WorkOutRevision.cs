using System.Text.Json;
using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Works out how a convened plan may change: reads answers and calendars again, keeps what has begun, and stays as close as it can to
/// the rest. The proposal is a document; nothing is sent.</summary>
internal sealed class WorkOutRevision(Store store, Blobs documents, WorkOutPlan plans, CalendarChanges calendar, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    /// <summary>A sitting that starts sooner stays as it is: there is no time left to tell people.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromHours(2);

    /// <summary>Whether a sitting stays as it is: it has begun, or is about to.</summary>
    public static bool Stays(Sitting sitting, DateTimeOffset now) => SittingVerbs.HasBegun(sitting, now) || now >= sitting.Start - Notice;

    public async Task HandleAsync(ReviseSession effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { Revision: { State: RevisionState.Working } revision } session || revision.Request != effect.Request)
        {
            return;
        }

        var underWay = await ReadAsync(session, answers: true, cancellation);
        var (draft, asked, answer, refusal) = await plans.TrySolveAsync(session, underWay, cancellation);
        var proposal = draft?.Propose(asked!, answer!, session.Plan!.Sittings + session.Added, because => texts.Say(because, draft.Language));
        var name = $"{session.PlanDocuments}{effect.Request}-revision.json";
        var fingerprint = proposal is null ? null : await documents.PutAsync(name, BinaryData.FromObjectAsJson(proposal, Json.Options), cancellation);
        await store.ExecuteAsync(
            Aggregates.Sessions,
            session.Id,
            new Command("session.proposed", session.Coordinator, Cause: delivery.Cause),
            known => SessionVerbs.Propose(known!, effect.Request, proposal is null ? null : name, fingerprint, ApplyRevision.Steps(proposal), refusal),
            ct: cancellation);
    }

    /// <summary>The session's sittings as they are convened.</summary>
    /// <param name="answers">Whether what people answered in their calendars is taken in first.</param>
    public async Task<UnderWay> ReadAsync(Session session, bool answers, CancellationToken cancellation)
    {
        var (now, sittings, begun, missed) = (time.GetUtcNow(), new List<Sitting>(), new HashSet<string>(), new HashSet<(string, string)>());
        foreach (var index in session.Convened())
        {
            if (await store.ReadAsync(Aggregates.Sittings, session.SittingId(index), cancellation) is not { State: not SittingState.Cancelled } sitting)
            {
                continue;
            }

            if (Stays(sitting, now))
            {
                begun.Add(sitting.Id);
            }

            var read = !answers || begun.Contains(sitting.Id) || sitting.EventId is null ? sitting : await TakeAnswersAsync(sitting, cancellation);
            // Whoever was not heard here waits for a place.
            sittings.Add(read with { Exams = read.Exams.RemoveAll(e => e.State == ExamState.NotHeld) });
            missed.UnionWith(read.Exams.Where(e => e is { State: ExamState.NotHeld, Group: not null }).Select(e => (e.Candidate, e.Group!)));
        }

        var moves = session.Revision?.State is RevisionState.Working or RevisionState.Proposed ? session.Revision.Moves.ToDictionary(move => move.Sitting) : [];
        return new UnderWay(sittings, begun, Earliest(now), organisation.TimeZone)
        {
            Missed = missed,
            Pins = sittings.Where(s => moves.ContainsKey(s.Id) && !begun.Contains(s.Id)).SelectMany(s => s.Exams.Select(e => (e.Candidate, Pin: new Pin
            {
                Start = (e.Start + (moves[s.Id].Start - s.Start)).In(organisation.TimeZone), Room = moves[s.Id].Room,
            }))).ToDictionary(e => e.Candidate, e => e.Pin),
        };
    }

    /// <summary>Local; what is convened is not moved to before.</summary>
    public DateTime Earliest(DateTimeOffset now) => (now + Notice).In(organisation.TimeZone);

    private async Task<Sitting> TakeAnswersAsync(Sitting sitting, CancellationToken cancellation)
    {
        var seen = await calendar.ReadAsync(sitting.Mailbox!, sitting.EventId!, cancellation);
        return (await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            new Command("sitting.answers", "jurybot"),
            known => SittingVerbs.Observe(known!, seen, time.GetUtcNow()),
            ct: cancellation)).State!;
    }
}
