namespace JuryBot.Tests.Faults;

/// <summary>Every kind of request, killed before and after it, in as few seasons as will do.</summary>
public static class CrashMatrix
{
    /// <summary>The cases of the kinds a season has, spread over it by the seed.</summary>
    public static IReadOnlyList<CrashCase> Cases(IReadOnlyDictionary<string, int> seen, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. from kind in seen.Keys.Order(StringComparer.Ordinal)
            from blow in Enum.GetValues<Blow>()
            where blow != Blow.Held || kind.EndsWith("/$batch", StringComparison.Ordinal)
            select new CrashCase(kind, blow, 1 + random.Next(Math.Max(1, seen[kind] / 2))),
        ];
    }

    /// <summary>Deals the cases out over seasons, the same kind never twice in one.</summary>
    /// <param name="together">How many cases in one season, at most.</param>
    public static IEnumerable<IReadOnlyList<CrashCase>> Deal(IReadOnlyList<CrashCase> cases, int together)
    {
        var seasons = Math.Max(1, (cases.Count + together - 1) / together);
        return Enumerable.Range(0, seasons).Select(i => (IReadOnlyList<CrashCase>)[.. cases.Where((_, n) => n % seasons == i)]);
    }
}
