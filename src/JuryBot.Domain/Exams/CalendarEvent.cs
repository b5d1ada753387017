namespace JuryBot.Domain.Exams;

/// <summary>When an event is.</summary>
public sealed record EventTime(DateTimeOffset Start, DateTimeOffset End);

/// <summary>An event of ours as the calendar has it.</summary>
/// <param name="At"><c>null</c> when it is gone: deleted or cancelled.</param>
/// <param name="Answers">Its attendees', by mail address in lower case.</param>
public sealed record SeenEvent(string Id, EventTime? At, IReadOnlyDictionary<string, InvitationResponse> Answers)
{
    /// <summary>What it says besides; <c>null</c> when it is gone, or when the calendar did not say.</summary>
    public EventContent? Content { get; init; }

    /// <summary>When the calendar had it changed last, by its own clock; <c>null</c> when it did not say.</summary>
    public DateTimeOffset? Modified { get; init; }

    public static SeenEvent Gone(string id) => new(id, null, new Dictionary<string, InvitationResponse>());
}

/// <summary>What JuryBot wrote into the calendar: any other time is somebody else's doing.</summary>
/// <param name="Writing">What is being written, which may or may not have arrived; <c>null</c> when nothing is.</param>
public sealed record EventPlace(EventTime Written, EventTime? Writing = null)
{
    /// <summary>What it said after JuryBot had written it, as the plan has it; <c>null</c> for an event of before this was kept, until it is seen.</summary>
    public EventContent? Content { get; init; }

    /// <summary>What it will say, as the plan has it, while that is being written; <c>null</c> otherwise.</summary>
    public EventContent? NewContent { get; init; }

    /// <summary>What <see cref="SeenEvent.Modified"/> was after JuryBot had written it again; <c>null</c> until then.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether this is how the event was before JuryBot wrote it last: read then, and taken in only now.</summary>
    public bool IsOlder(SeenEvent seen) => seen.Modified < Modified;

    public bool IsOurs(EventTime at) => at == Written || at == Writing;

    /// <summary>What is changed by hand in what is seen.</summary>
    /// <param name="known">What is known to be.</param>
    public EventEdits Edits(EventContent seen, EventEdits known)
    {
        // What is being written may or may not have arrived.
        var plan = NewContent ?? Content!;
        var possible = new[] { NewContent, Content }.OfType<EventContent>().Select(ours => EventEdits.Between(ours, seen).Against(plan, ours)).ToList();
        return possible.Find(edits => edits.SaysTheSame(known)) ?? possible.MinBy(edits => edits.Count)!;
    }
}

/// <summary>Somebody moved or took away an event in Outlook: the plan and the calendar disagree until the coordination decides.</summary>
/// <param name="Candidate">Whose event; <c>null</c> for the jury's.</param>
/// <param name="To">Where it is now; <c>null</c> when it is gone.</param>
/// <param name="At">When this was seen.</param>
public sealed record Displacement(string? Candidate, EventTime? To, DateTimeOffset At);

/// <summary>Tell the coordinator that an event was moved or taken away in Outlook, and ask what shall be.</summary>
public sealed record TellDisplaced(string Sitting, string? Candidate) : Effect
{
    public override string Recipient => $"coordinator|{Sitting}";
}

/// <summary>Tell the coordinator that somebody declined, and who could take a member's seat.</summary>
public sealed record TellDecline(string Sitting, string Person) : Effect
{
    public override string Recipient => $"coordinator|{Sitting}";
}

/// <summary>Hear of what people change in the calendar the sitting's events are in.</summary>
public sealed record WatchCalendar(string Sitting) : Effect
{
    public override string Recipient => $"watch|{Sitting}";
}
