namespace JuryBot.Domain;

/// <summary>The outcome of a pure verb: either a new state with its effects, or a refusal. Exactly one of
/// <see cref="State"/> and <see cref="Refusal"/> is not null.</summary>
public sealed class Decision<T> where T : class
{
    private Decision(T? state, IReadOnlyList<Effect> effects, Refusal? refusal) => (State, Effects, Refusal) = (state, effects, refusal);

    public T? State { get; }

    public IReadOnlyList<Effect> Effects { get; }

    public Refusal? Refusal { get; }

    public static Decision<T> Accept(T state, params IEnumerable<Effect> effects) => new(state, [.. effects], null);

    public static implicit operator Decision<T>(Refusal refusal) => new(null, [], refusal);

    public static implicit operator Decision<T>(T state) => new(state, [], null);
}
