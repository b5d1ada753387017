namespace JuryBot.Tests.Faults;

/// <summary>What is done to a request.</summary>
public enum Blow
{
    /// <summary>JuryBot is killed before the request is sent on.</summary>
    KilledBefore,

    /// <summary>JuryBot is killed once the request was applied, before it has the answer.</summary>
    KilledAfter,

    /// <summary>A commit's request is held until its wake-up has been seen to, and sent on then.</summary>
    Held,
}

/// <summary>One case of the matrix.</summary>
/// <param name="Kind">Of the request: <c>table POST Sittings/$batch</c>.</param>
/// <param name="Occurrence">Which request of this kind, from 1.</param>
public sealed record CrashCase(string Kind, Blow Blow, int Occurrence);

/// <summary>What became of a case.</summary>
/// <param name="Struck">When it happened, in real time; <c>null</c> when no such request came.</param>
/// <param name="Twice">Messages that came twice because this lost the answer to their sending.</param>
/// <param name="Faults">What was not as in the season without a crash; empty when everything was.</param>
public sealed record CrashVerdict(CrashCase Case, DateTimeOffset? Struck, int Twice, IReadOnlyList<string> Faults);
