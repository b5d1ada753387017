namespace JuryBot.Configuration;

/// <summary>Configuration that JuryBot cannot start with. The message lists every problem, one a line.</summary>
public sealed class ConfigurationException(IReadOnlyCollection<string> problems)
    : Exception($"JuryBot cannot start; its configuration needs {(problems.Count == 1 ? "a correction" : $"{problems.Count} corrections")}:{Environment.NewLine}"
        + string.Join(Environment.NewLine, problems.Select(p => "  - " + p)))
{
    public IReadOnlyCollection<string> Problems { get; } = problems;
}
