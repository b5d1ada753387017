namespace JuryBot.Tests.Fuzz;

/// <summary>What came of a fuzz run.</summary>
/// <param name="Sent">Activities sent.</param>
/// <param name="Accepted">Those that got past parsing: answered 200 or 202, and not with "could not be read".</param>
/// <param name="Verbs">How often each verb, or kind of activity, was reached.</param>
/// <param name="Statuses">How often each HTTP status was answered.</param>
/// <param name="Commits">Changes of state by the people who act.</param>
/// <param name="Faults">What must not be: failures, hangs, changes that a person could not have made by a card. The first few.</param>
public sealed record FuzzReport(
    int Sent, int Accepted, IReadOnlyDictionary<string, int> Verbs, IReadOnlyDictionary<int, int> Statuses, int Commits, IReadOnlyList<string> Faults)
{
    public double Share => (double)Accepted / Sent;

    /// <summary>Two runs as one.</summary>
    public static FuzzReport operator +(FuzzReport one, FuzzReport other) => new(
        one.Sent + other.Sent, one.Accepted + other.Accepted, Sum(one.Verbs, other.Verbs), Sum(one.Statuses, other.Statuses), one.Commits + other.Commits, [.. one.Faults, .. other.Faults]);

    private static Dictionary<TKey, int> Sum<TKey>(IReadOnlyDictionary<TKey, int> one, IReadOnlyDictionary<TKey, int> other)
        where TKey : notnull => one.Concat(other).GroupBy(pair => pair.Key, pair => pair.Value).ToDictionary(group => group.Key, group => group.Sum());
}
