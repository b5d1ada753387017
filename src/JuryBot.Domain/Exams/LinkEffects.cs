namespace JuryBot.Domain.Exams;

/// <summary>Send a juror links to the pages of their score sheets, by mail.</summary>
public sealed record SendSheetLinks(string Sitting, string Juror) : Effect
{
    /// <summary>Whether it reminds of something that is missing, and says so.</summary>
    public bool Reminder { get; init; }

    public override string Recipient => $"chat|{Juror}";
}

/// <summary>Send a member a link to the page of the minutes, by mail.</summary>
public sealed record SendMinutesLink(string Sitting, string Member) : Effect
{
    /// <summary>Whether it reminds of something that is missing, and says so.</summary>
    public bool Reminder { get; init; }

    public override string Recipient => $"chat|{Member}";
}

/// <summary>Send somebody a link to the page of their convocation, by mail.</summary>
public sealed record SendConvocationLink(string Sitting, string Person) : Effect
{
    /// <summary>Whether it reminds of something that is missing, and says so.</summary>
    public bool Reminder { get; init; }

    public override string Recipient => $"mail|{Person}";
}
