using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JuryBot.Sandbox.Season;

/// <summary>Whether a failure tells a person what to do.</summary>
public static partial class Courtesy
{
    /// <param name="answer">A page, or a problem as JSON.</param>
    public static bool Has(string answer) => TryAgain().IsMatch(answer.StartsWith('{') ? JsonNode.Parse(answer)!["title"]?.ToString() ?? "" : WebUtility.HtmlDecode(answer));

    /// <summary>When to come again, in either language.</summary>
    [GeneratedRegex("Réessayez dans une minute|Try again in a minute")]
    public static partial Regex TryAgain();
}
