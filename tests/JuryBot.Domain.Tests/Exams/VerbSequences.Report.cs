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
    }
}
