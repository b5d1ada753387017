namespace JuryBot.Domain.Awards;

/// <summary>Who a candidate is and how to reach them: the personal data of a record, kept apart from its results.</summary>
public sealed record CandidateIdentity
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Mail { get; init; }

    /// <summary><c>fr</c> or <c>en</c>; <c>null</c> for the organisation's.</summary>
    public string? Language { get; init; }

    /// <summary>IANA time zone, such as <c>Indian/Reunion</c>; <c>null</c> for the organisation's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Entitled to more time, for a reason nobody records.</summary>
    public bool ExtraTime { get; init; }
}
