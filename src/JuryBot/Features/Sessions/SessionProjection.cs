using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Brings a session's page up to date with one of its sittings. Says how many sheets are in, never what is in them.</summary>
internal sealed class SessionProjection(Store store)
{
    public async Task HandleAsync(ProjectSitting effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { } sitting)
        {
            return;
        }

        var heard = sitting.Exams.Where(e => e.State != ExamState.NotHeld).ToList();
        var summary = new SittingSummary
        {
            Id = sitting.Id,
            Index = sitting.Index,
            Start = sitting.Start,
            End = sitting.End,
            RoomName = sitting.RoomName,
            State = sitting.State.ToString().ToLowerInvariant(),
            Exams = heard.Count,
            Accepted = sitting.Panel.Count(m => m.Response == InvitationResponse.Accepted),
            Declined = sitting.Panel.Count(m => m.Response == InvitationResponse.Declined),
            Pending = sitting.Panel.Count(m => m.Response is InvitationResponse.None or InvitationResponse.Tentative),
            SheetsSubmitted = heard.Sum(e => e.Sheets.Count(s => s.State != SheetState.Draft)),
            SheetsExpected = heard.Sum(e => sitting.Judging(e).Count()),
            Decided = heard.Count(e => e.State == ExamState.Decided),
            Published = sitting.PublishedAt is not null,
            Candidates = [.. heard.Select(e => e.Candidate)],
        };
        await store.ExecuteAsync(
            Aggregates.Sessions, effect.Session, new Command("session.project", "jurybot"), session => SessionVerbs.Project(session!, summary), ct: cancellation);
    }
}
