using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Exams;

/// <summary>An answer to the convocation, as Outlook knows it.</summary>
public enum InvitationResponse
{
    None,
    Accepted,
    Tentative,
    Declined,
}

/// <summary>A person on the panel of a sitting, in one role.</summary>
public sealed record Member
{
    public required string Person { get; init; }

    public required string Name { get; init; }

    public required string Mail { get; init; }

    public required string Role { get; init; }

    public required bool External { get; init; }

    public College? College { get; init; }

    public string? Employer { get; init; }

    public InvitationResponse Response { get; init; }

    /// <summary>Who was really there; <c>null</c> until the sitting opens.</summary>
    public bool? Present { get; init; }
}

/// <summary>A member acknowledged the minutes.</summary>
/// <param name="Fingerprint">Of what they acknowledged; <c>null</c> when it was kept before minutes had one: which text it was of is not known.</param>
public sealed record Acknowledgement(string Person, DateTimeOffset At, string? Fingerprint = null)
{
    /// <summary>What the member wants the minutes to say beside it; <c>null</c> for nothing.</summary>
    public string? Reservation { get; init; }
}

/// <summary>A member who left the panel before the sitting opened, and who took the seat.</summary>
public sealed record Replacement(string Person, string Name, string Role, string By, string ReplacedBy, DateTimeOffset At);
