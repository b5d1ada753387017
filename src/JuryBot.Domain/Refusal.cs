namespace JuryBot.Domain;

/// <summary>A verb that was refused: the rule that refused it and what it was about. It becomes a translated text at the
/// edges (resource <c>Refusal.{Rule}</c>, formatted with <see cref="Arguments"/>), in one place for Teams and one for HTTP.</summary>
/// <param name="Rule">Name of the rule, in PascalCase, stable: clients may quote it.</param>
/// <param name="Arguments">Values for the text, in order. Never a secret; may name people.</param>
public sealed record Refusal(string Rule, params object?[] Arguments)
{
    /// <summary>The single faults behind this refusal, when there are several (a score sheet's criteria, a roster's cells).</summary>
    public IReadOnlyList<Refusal> Details { get; init; } = [];

    public bool Equals(Refusal? other) =>
        other is not null && Rule == other.Rule && Arguments.SequenceEqual(other.Arguments) && Details.SequenceEqual(other.Details);

    public override int GetHashCode() => Rule.GetHashCode(StringComparison.Ordinal);
}
