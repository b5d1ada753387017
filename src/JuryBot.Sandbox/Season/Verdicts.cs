using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season;

/// <summary>How each candidate does, by seed: somebody fails everything, somebody one block, somebody nothing, most pass.</summary>
public sealed class Verdicts
{
    private static readonly string[] Blocks = ["1", "2", "3", "4", "5"];
    private readonly Dictionary<string, HashSet<string>> failed = [];

    public Verdicts(IEnumerable<Person> candidates, int seed)
    {
        var random = new Random(seed);
        var order = candidates.ToArray();
        random.Shuffle(order);
        for (var i = 0; i < order.Length; i++)
        {
            failed[order[i].Mail] = i switch
            {
                0 => [.. Blocks],
                1 => [Blocks[random.Next(Blocks.Length)]],
                2 => [],
                _ when random.Next(4) == 0 => [.. random.GetItems(Blocks, random.Next(1, 3))],
                _ => [],
            };
        }
    }

    /// <summary>As somebody wrote it beforehand.</summary>
    /// <param name="failed">By mail address, the blocks failed; who is not there passes everything.</param>
    public Verdicts(IReadOnlyDictionary<string, string[]> failed)
    {
        foreach (var (mail, blocks) in failed)
        {
            this.failed[mail] = [.. blocks];
        }
    }

    public bool Passes(string candidateMail, string block) => !Failed(candidateMail).Contains(block);

    public bool PassesAll(string candidateMail) => Failed(candidateMail).Count == 0;

    private HashSet<string> Failed(string candidateMail) => failed.GetValueOrDefault(candidateMail) ?? [];
}
