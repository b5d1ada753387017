using System.Collections.Concurrent;
using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>The effects that are decided while somebody waits for an answer.</summary>
public static class DecidedEffects
{
    private static readonly AsyncLocal<ConcurrentQueue<Effect>?> Heard = new();

    /// <summary>Gathers what is decided and committed from here on, in this flow of control and in those it starts.</summary>
    public static IReadOnlyCollection<Effect> Listen() => Heard.Value = new();

    internal static void Add(IEnumerable<Effect> effects)
    {
        if (Heard.Value is { } heard)
        {
            foreach (var effect in effects)
            {
                heard.Enqueue(effect);
            }
        }
    }
}
