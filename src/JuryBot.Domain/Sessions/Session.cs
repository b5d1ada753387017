using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.People;

namespace JuryBot.Domain.Sessions;

/// <summary>The director's appointment of a president: who, by whom, when (certification sheet: « nommé/e par le directeur »).</summary>
public sealed record Appointment(string Person, string Name, string By, DateTimeOffset At);

/// <summary>Dates and daily hours in which sittings may be held, local to the organisation.</summary>
public sealed record SessionWindow(DateOnly From, DateOnly To, TimeOnly DayFrom, TimeOnly DayTo)
{
    /// <summary>The dates that sittings may be held on.</summary>
    public IEnumerable<DateOnly> WorkingDays()
    {
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return day;
            }
        }
    }
}

public enum SessionState
{
    Draft,
    Planning,
    Planned,
    Convening,
    Convened,
}

/// <summary>Where the plan document is and what it promises.</summary>
/// <param name="Document">Name of the document.</param>
/// <param name="Sha256">Its fingerprint, hex.</param>
/// <param name="Sittings">How many sittings it holds.</param>
/// <param name="Scheduled">Candidates it schedules, of <paramref name="Total"/>.</param>
/// <param name="Total">Candidates of the session.</param>
public sealed record PlanReference(string Document, string Sha256, int Sittings, int Scheduled, int Total);

/// <summary>A sitting as the session's page shows it: a projection, never a source.</summary>
public sealed record SittingSummary
{
    public required string Id { get; init; }

    public required int Index { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required string RoomName { get; init; }

    public required string State { get; init; }

    public required int Exams { get; init; }

    public required int Accepted { get; init; }

    public required int Declined { get; init; }

    public required int Pending { get; init; }

    public required int SheetsSubmitted { get; init; }

    public required int SheetsExpected { get; init; }

    public required int Decided { get; init; }

    public required bool Published { get; init; }
}

/// <summary>A campaign a coordinator runs: one kind of jury, one promotion, a window of dates, carried out in sittings.</summary>
public sealed record Session
{
    public required string Id { get; init; }

    public required string Certification { get; init; }

    public required string SynthesisBlock { get; init; }

    public required string Promotion { get; init; }

    public required JuryKind Kind { get; init; }

    public string? Block { get; init; }

    public required SessionWindow Window { get; init; }

    public required ImmutableList<string> Candidates { get; init; }

    public required ImmutableList<string> Rooms { get; init; }

    public required int ExamMinutes { get; init; }

    public required int CandidatesPerSitting { get; init; }

    /// <summary>Why a jury is held outside the registration's dates; kept in the record.</summary>
    public string? Reason { get; init; }

    public required string Coordinator { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public SessionState State { get; init; }

    public ImmutableList<Appointment> Presidents { get; init; } = [];

    public PlanReference? Plan { get; init; }

    /// <summary>Why the last planning gave no plan; a rule's name and its text's arguments.</summary>
    public Refusal? PlanProblem { get; init; }

    /// <summary>Sittings of the plan that have been convened so far.</summary>
    public int Cursor { get; init; }

    public ImmutableList<SittingSummary> Sittings { get; init; } = [];

    /// <summary>What jurors whose calendars cannot be read were asked and said.</summary>
    public ImmutableList<Poll> Polls { get; init; } = [];

    public Poll? PollOf(string person) => Polls.Find(poll => poll.Person == person);

    /// <summary>Whether a juror has what a role of this session's jury asks for, an appointment included.</summary>
    public bool MaySeat(Person juror, PanelRole role) => juror.Juror is { } profile
        && profile.Capacities.Contains(role.Capacity)
        && (!role.AppointedByDirector || Presidents.Exists(p => p.Person == juror.Id))
        && (!role.External || profile.External)
        && (role.College is null || role.College == profile.College);
}
