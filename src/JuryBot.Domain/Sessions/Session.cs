using System.Collections.Immutable;
using System.Text.Json.Serialization;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Planning;
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

/// <summary>A pause at midday in which no exam is held, local to the organisation.</summary>
public sealed record Lunch(TimeOnly From, TimeOnly To)
{
    public static Lunch Usual { get; } = new(new(12, 30), new(13, 30));
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

    /// <summary>Who is heard, by id; <c>null</c> in a summary made before this was kept.</summary>
    public ImmutableList<string>? Candidates { get; init; }
}

/// <summary>A campaign a coordinator runs: one kind of jury, one promotion, a window of dates, carried out in sittings.</summary>
public sealed record Session
{
    /// <summary>Minutes between two moments at which an exam may begin.</summary>
    public const int SlotMinutes = 15;

    public required string Id { get; init; }

    public required string Certification { get; init; }

    public required string SynthesisBlock { get; init; }

    public required string Promotion { get; init; }

    public required JuryKind Kind { get; init; }

    public string? Block { get; init; }

    public required SessionWindow Window { get; init; }

    public required ImmutableList<string> Candidates { get; init; }

    /// <summary>Candidates who share a deliverable and a slot; everybody else comes alone.</summary>
    public ImmutableList<CandidateGroup> Groups { get; init; } = [];

    public required ImmutableList<string> Rooms { get; init; }

    /// <summary>For each candidate: a group's slot is as long as its members' together.</summary>
    public required int ExamMinutes { get; init; }

    /// <summary>The most candidates one sitting may hold.</summary>
    public required int CandidatesPerSitting { get; init; }

    /// <summary>The pause at midday; <c>null</c> is none. A session made before this was a setting has the usual one.</summary>
    public Lunch? Lunch { get; init; } = Lunch.Usual;

    /// <summary>The pause a panel is owed after so many exams; <c>null</c> is none. A session made before this was a setting has the usual one.</summary>
    public Break? Break { get; init; } = UsualBreak;

    /// <summary>Whether the juries are held in Teams meetings; their rooms are then where the panel meets.</summary>
    public bool Remote { get; init; }

    /// <summary>Until when candidates deposit what their jury reads beforehand; <c>null</c> when they deposit nothing. A session made before this was a setting has the usual one.</summary>
    public DepositTerm? Deposits { get; init; } = DepositTerm.Usual;

    /// <summary>Whether the coordination plans an intermediate jury for routes that have none too (certification §5).</summary>
    public bool EveryRoute { get; init; }

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

    /// <summary>Sittings that revisions of the plan have added after the plan's own.</summary>
    public int Added { get; init; }

    /// <summary>The revision of the plan under way, or the last one until it is put away.</summary>
    public Revision? Revision { get; init; }

    public ImmutableList<SittingSummary> Sittings { get; init; } = [];

    /// <summary>When the plan's documents and the jurors' answers were deleted, as old as they may become; <c>null</c> while they are kept.</summary>
    public DateTimeOffset? PlanForgottenAt { get; init; }

    /// <summary>What the names of the documents of its plans start with.</summary>
    [JsonIgnore]
    public string PlanDocuments => $"plans/{Id}/";

    /// <summary>When the last day on which it may sit is over everywhere.</summary>
    [JsonIgnore]
    public DateTimeOffset Ended => new(Window.To.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary>Audit files as they were issued.</summary>
    public ImmutableList<IssuedDocument> Documents { get; init; } = [];

    /// <summary>Id of the sitting at a place in the plan.</summary>
    public string SittingId(int index) => $"{Id}-{index:D3}";

    /// <summary>Places of the sittings convened so far; one of a revision may have been refused and not exist.</summary>
    public IEnumerable<int> Convened() => Enumerable.Range(0, Cursor).Concat(Enumerable.Range(Plan?.Sittings ?? 0, Added));

    public static Break UsualBreak { get; } = new(4, 15);

    /// <summary>The stretches of a day in which exams are held: the whole of it, or what lies before and after lunch.</summary>
    public IReadOnlyList<(TimeOnly From, TimeOnly To)> Stretches()
    {
        var (from, to) = (Window.DayFrom, Window.DayTo);
        return Lunch is { } lunch && lunch.From < to && from < lunch.To
            ? [.. new[] { (from, lunch.From), (lunch.To, to) }.Where(stretch => stretch.Item1 < stretch.Item2)]
            : [(from, to)];
    }
    /// <summary>What jurors whose calendars cannot be read were asked and said.</summary>
    public ImmutableList<Poll> Polls { get; init; } = [];

    /// <summary>The group a candidate is in; <c>null</c> when they come alone.</summary>
    public CandidateGroup? GroupOf(string candidate) => Groups.Find(group => group.Candidates.Contains(candidate));

    public Poll? PollOf(string person) => Polls.Find(poll => poll.Person == person);

    /// <summary>When its polls are looked at next; <c>null</c> when they wait for nothing.</summary>
    public DateTimeOffset? LooksAt { get; init; }

    /// <summary>What its jurors declare of their independence, kept as long as the minutes.</summary>
    public ImmutableList<Declaration> Declarations { get; init; } = [];

    public Declaration? DeclarationOf(string person) => Declarations.Find(declaration => declaration.Person == person);

    /// <summary>Whether a juror has what a role of this session's jury asks for, an appointment included.</summary>
    public bool MaySeat(Person juror, PanelRole role) => juror.Juror is { } profile
        && profile.Capacities.Contains(role.Capacity)
        && (!role.AppointedByDirector || Presidents.Exists(p => p.Person == juror.Id))
        && (!role.External || profile.External)
        && (role.College is null || role.College == profile.College);
}
