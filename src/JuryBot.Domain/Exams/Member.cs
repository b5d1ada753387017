using System.Collections.Immutable;
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

    /// <summary>Since when they are asked to come at this time; <c>null</c> when it was not kept yet.</summary>
    public DateTimeOffset? InvitedAt { get; init; }

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

/// <summary>A member declared their independence of candidates of the sitting.</summary>
/// <param name="At">When what stands of these candidates was signed.</param>
/// <param name="Candidates">Their ids.</param>
public sealed record Declared(string Person, DateTimeOffset At, ImmutableList<string> Candidates);

/// <summary>A link that keeps a member off a candidate.</summary>
/// <param name="Person">Id of the member.</param>
public sealed record Linked(string Person, string Candidate);

/// <summary>What independence asks of an opening.</summary>
/// <param name="Linked">Links known or declared by then.</param>
/// <param name="Reason">Why those members step back, for the record.</param>
/// <param name="DeclarationsRequired">Whether the members present must have signed theirs.</param>
public sealed record OpeningTerms(IReadOnlyCollection<Linked> Linked, string Reason, bool DeclarationsRequired);

/// <summary>A member who left the panel before the sitting opened, and who took the seat.</summary>
public sealed record Replacement(string Person, string Name, string Role, string By, string ReplacedBy, DateTimeOffset At);
