namespace JuryBot.Sandbox.Faults;

/// <summary>Something that goes wrong between JuryBot and what it depends on.</summary>
/// <param name="Name">As <c>play --faults</c> takes it.</param>
/// <param name="Looks">How it looks from JuryBot.</param>
public sealed record Fault(string Name, string Looks)
{
    public static readonly Fault Throttled = new("throttled", "429 with Retry-After from Graph or Teams; nothing was carried out"),
        Unmetered = new("throttled-plain", "429 without Retry-After from Graph or Teams; nothing was carried out"),
        Unauthorized = new("unauthorized", "401 once from Graph or Teams, for a token that holds"),
        Failing = new("failing", "500, 502, 503 or 504 in turn, from Graph or Teams, and 500 or 503 from storage; nothing was carried out"),
        Slow = new("slow", "an answer from Graph or Teams that takes 2 s, or from storage that takes 0.5 s"),
        ResetBefore = new("reset-before", "the connection breaks; nothing was carried out"),
        ResetAfter = new("reset-after", "the connection breaks, after the request was carried out"),
        Duplicated = new("duplicated", "the same activity comes twice, at the same time or one after the other"),
        Reordered = new("reordered", "an activity comes only after the next one; who pressed saw nothing happen, and pressed again"),
        Storage = new("storage", "storage answers nothing but 503, or breaks every connection, for 1 s or 9 s"),
        Azurite = new("azurite", "the storage emulator is ended and started again"),
        Queue = new("queue-duplicates", "a queue message that was deleted comes again");

    /// <summary>Every one there is.</summary>
    public static IReadOnlyList<Fault> All { get; } =
        [Throttled, Unmetered, Unauthorized, Failing, Slow, ResetBefore, ResetAfter, Duplicated, Reordered, Storage, Azurite, Queue];

    /// <summary>Those named, or every one for <c>all</c>.</summary>
    /// <param name="names">Separated by commas.</param>
    /// <exception cref="SandboxException">There is none of a name.</exception>
    public static IReadOnlyList<Fault> Read(string names) =>
        names == "all" ? All : [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => All.FirstOrDefault(fault => fault.Name == name)
            ?? throw new SandboxException($"There is no fault '{name}'. There are: {string.Join(", ", All.Select(fault => fault.Name))}, and all.")).Distinct()];
}
