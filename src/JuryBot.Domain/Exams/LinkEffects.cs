namespace JuryBot.Domain.Exams;

/// <summary>Send a juror links to the pages of their score sheets, by mail.</summary>
public sealed record SendSheetLinks(string Sitting, string Juror) : Effect
{
    public override string Recipient => $"chat|{Juror}";
}

/// <summary>Send a member a link to the page of the minutes, by mail.</summary>
public sealed record SendMinutesLink(string Sitting, string Member) : Effect
{
    public override string Recipient => $"chat|{Member}";
}

/// <summary>Send somebody a link to the page of their convocation, by mail.</summary>
public sealed record SendConvocationLink(string Sitting, string Person) : Effect
{
    public override string Recipient => $"mail|{Person}";
}
