namespace JuryBot.Domain.Tests.Exams;

public sealed partial class VerbSequences
{
    /// <summary>What a run came to.</summary>
    public sealed class Report
    {
        public SortedDictionary<string, (long Tried, long Accepted, long Changed)> Verbs { get; } = new(StringComparer.Ordinal);

        public long Tried => Verbs.Values.Sum(v => v.Tried);

        public long Accepted => Verbs.Values.Sum(v => v.Accepted);

        public double Share => (double)Accepted / Tried;

        /// <summary>Illegal states found, with the verbs that led there; at most ten.</summary>
        public List<string> Faults { get; } = [];

        internal void Count<T>(string verb, Decision<T> decision, bool changed)
            where T : class
        {
            var (tried, accepted, changes) = Verbs.GetValueOrDefault(verb);
            Verbs[verb] = (tried + 1, accepted + (decision.Refusal is null ? 1 : 0), changes + (changed || decision.Effects.Count > 0 ? 1 : 0));
        }
    }
}
