namespace JuryBot.Domain.Awards;

/// <summary>A line of the award register, kept for good: a title, or the certificate of one block (certification §7).</summary>
/// <param name="Number">Made of the certification, the candidate and what is awarded, so that it can be made again; unique.</param>
/// <param name="Block"><c>null</c> for the title.</param>
/// <param name="Sitting">The sitting that decided the title, or whose publication issued the certificate.</param>
/// <param name="At">When the title was decided, or the certificate issued.</param>
public sealed record AwardEntry(string Number, string? Block, string Sitting, DateTimeOffset At, Annulment? Annulled);

/// <summary>Keeps the award register current (a row per award in one place, so that listing needs no scan).</summary>
public sealed record IndexAward(string Candidate) : Effect
{
    public override string Recipient => $"award-register|{Candidate}";
}
