using System.Collections.Concurrent;
using System.Text;

namespace JuryBot.Sandbox.Faults;

/// <summary>When what goes wrong: drawn from a seed, for each fault and each kind of request by itself, and counted.</summary>
/// <param name="every">How many chances of a kind there are on average from one time to the next.</param>
internal sealed class FaultSchedule(IReadOnlyCollection<Fault> chosen, int seed, int every)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(Fault, string), Turn> turns = [];
    private readonly ConcurrentDictionary<Fault, int> fired = new(chosen.Select(fault => KeyValuePair.Create(fault, 0)));

    /// <summary>How often each of the chosen has come.</summary>
    public IReadOnlyDictionary<Fault, int> Fired => fired.ToDictionary();

    /// <summary>Whether it is this fault's turn, which counts; never when it was not chosen.</summary>
    /// <param name="kind">Of request, whose turns are its own.</param>
    /// <param name="rarer">How many times rarer it comes here than elsewhere.</param>
    /// <param name="time">Which time of this kind it is, from 0.</param>
    public bool Comes(Fault fault, string kind, double rarer, out int time)
    {
        time = 0;
        var mean = Math.Max(2, (int)(every * rarer));
        if (!fired.ContainsKey(fault))
        {
            return false;
        }

        lock (gate)
        {
            if (!turns.TryGetValue((fault, kind), out var turn))
            {
                var random = new Random(unchecked((seed * 397) ^ BitConverter.ToInt32(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{fault.Name} {kind}")))));
                turns[(fault, kind)] = turn = new Turn(random) { Left = random.Next(1, mean) };
            }

            if (--turn.Left > 0)
            {
                return false;
            }

            (time, turn.Left) = (turn.Times++, turn.Random.Next(mean / 2, mean * 3 / 2));
        }

        fired.AddOrUpdate(fault, 1, (_, times) => times + 1);
        return true;
    }

    public bool Comes(Fault fault, string kind, double rarer = 1) => Comes(fault, kind, rarer, out _);

    private sealed class Turn(Random random)
    {
        public Random Random => random;

        public int Left { get; set; }

        public int Times { get; set; }
    }
}
