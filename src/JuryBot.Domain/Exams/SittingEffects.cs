namespace JuryBot.Domain.Exams;

/// <summary>Put the jury's event in the calendars of its members and the room.</summary>
public sealed record SendConvocation(string Sitting) : Effect
{
    public override string Recipient => $"jury-event|{Sitting}";
}

/// <summary>Bring the jury's event to the panel as it is now.</summary>
public sealed record UpdateConvocation(string Sitting, int PanelRevision) : Effect
{
    public override string Recipient => $"jury-event|{Sitting}";
}

/// <summary>Take the jury's event out of everybody's calendar.</summary>
public sealed record CancelConvocation(string Sitting) : Effect
{
    public override string Recipient => $"jury-event|{Sitting}";
}

/// <summary>Cancel the event of a candidate who is not heard in this sitting any more, and let their time go.</summary>
/// <param name="EventId">Their event in the sitting's mailbox; <c>null</c> when it had not been sent.</param>
/// <param name="Elsewhere">Whether they are heard at another sitting, which convenes them itself.</param>
public sealed record WithdrawCandidate(string Sitting, string Candidate, string? EventId, bool Elsewhere) : Effect
{
    public override string Recipient => $"candidate-event|{Candidate}";
}

/// <summary>Put a candidate's own event in their calendar, or bring it to what is convened now; it shows no other candidate.</summary>
public sealed record ConveneCandidate(string Sitting, string Candidate) : Effect
{
    public override string Recipient => $"candidate-event|{Candidate}";
}

/// <summary>Hold a person's or a room's time across sessions.</summary>
public sealed record HoldTime(string Holder, string Sitting, DateTimeOffset From, DateTimeOffset To) : Effect
{
    public override string Recipient => $"reservation|{Holder}";
}

/// <summary>Let a person's or a room's time go.</summary>
public sealed record ReleaseTime(string Holder, string Sitting) : Effect
{
    public override string Recipient => $"reservation|{Holder}";
}

/// <summary>Read the members' answers from the calendar, as long as the panel is still this one.</summary>
public sealed record ReadAnswers(string Sitting, int PanelRevision) : Effect
{
    public override string Recipient => $"answers|{Sitting}";
}

/// <summary>Offer the chair the card that opens the sitting, if they still chair it then.</summary>
public sealed record OfferOpening(string Sitting, string Chair) : Effect
{
    public override string Recipient => $"chair|{Sitting}";
}

/// <summary>Give a juror their score sheets, one for each candidate they judge, in the sitting's order. One effect for all of them:
/// a sitting of many candidates and members still opens in one commit.</summary>
public sealed record SendScoreSheets(string Sitting, string Juror) : Effect
{
    public override string Recipient => $"chat|{Juror}";
}

/// <summary>Tell the chair that every sheet of a candidate is in.</summary>
public sealed record OfferDeliberation(string Sitting, string Candidate, string Chair) : Effect
{
    public override string Recipient => $"chat|{Chair}";
}

/// <summary>Give a juror one of their score sheets once more, below everything else in their chat.</summary>
public sealed record ResendScoreSheet(string Sitting, string Candidate, string Juror) : Effect
{
    public override string Recipient => $"chat|{Juror}";
}

/// <summary>Show a member the minutes of a closed sitting and ask them to acknowledge them.</summary>
public sealed record AskAcknowledgement(string Sitting, string Member) : Effect
{
    public override string Recipient => $"chat|{Member}";
}

/// <summary>Send a candidate their convocation once more.</summary>
public sealed record ResendConvocation(string Sitting, string Candidate) : Effect
{
    public override string Recipient => $"candidate|{Candidate}";
}

/// <summary>Show a candidate what the members wrote of them.</summary>
public sealed record ShowAssessment(string Sitting, string Candidate) : Effect
{
    public override string Recipient => $"candidate|{Candidate}";
}

/// <summary>Show a member that the deliberation has locked their sheet, and later what was decided.</summary>
public sealed record RefreshScoreSheet(string Sitting, string Candidate, string Juror) : Effect
{
    public override string Recipient => $"chat|{Juror}";
}

/// <summary>Write what a jury decided into the candidate's record.</summary>
/// <param name="Which">Counts the decisions on this exam from 0: one that has been annulled by now is written all the same, and annulled next.</param>
public sealed record RecordOutcome(string Sitting, string Candidate, int Which = 0) : Effect
{
    public override string Recipient => $"candidate|{Candidate}";
}

/// <summary>Annul in the candidate's record what a decision wrote there.</summary>
/// <param name="Which">As for <see cref="RecordOutcome"/>.</param>
public sealed record AnnulOutcome(string Sitting, string Candidate, int Which) : Effect
{
    public override string Recipient => $"candidate|{Candidate}";
}

/// <summary>Tell a candidate that their exam was not held here, and why.</summary>
public sealed record TellNotHeld(string Sitting, string Candidate) : Effect
{
    public override string Recipient => $"candidate|{Candidate}";
}

/// <summary>Publish this sitting's outcomes in the candidate's record.</summary>
public sealed record PublishOutcome(string Sitting, string Candidate) : Effect
{
    public override string Recipient => $"candidate|{Candidate}";
}

/// <summary>Bring the session's page up to date.</summary>
public sealed record ProjectSitting(string Session, string Sitting) : Effect
{
    public override string Recipient => $"projection|{Session}";
}
