using System.Text.RegularExpressions;
using System.Runtime.Versioning;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Tests.Infrastructure;

/// <summary>The page of an installation says what its scripts and files do.</summary>
public sealed partial class InstallationPageTests
{
    private static readonly string[] Pages = ["README.md", "LISEZMOI.md"];

    [Fact]
    public void Permissions_on_mailboxes_are_left_to_Exchange_and_each_is_in_both_pages_with_who_grants_it()
    {
        var entra = Words(Bash().Match(Read("infra/graph-permissions.sh")).Groups[1].Value, ' ');
        var exchange = Words(PowerShell().Match(Read("infra/exchange-scope.ps1")).Groups[1].Value, ',').Select(role => role.Trim('\'')["Application ".Length..]).ToList();
        Assert.Equal(["Calendars.Read", "Calendars.ReadWrite", "Mail.ReadWrite", "Mail.Send"], exchange);
        Assert.DoesNotContain(entra, permission => permission.StartsWith("Mail", StringComparison.Ordinal) || permission.StartsWith("Calendars", StringComparison.Ordinal));
        foreach (var page in Pages)
        {
            var rows = Row().Matches(Read($"infra/{page}")).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);
            Assert.Equal(entra.Concat(exchange).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
            Assert.All(rows, row => Assert.StartsWith(exchange.Contains(row.Key) ? "Exchange" : "Entra", row.Value, StringComparison.Ordinal));
        }

        var root = Read("README.md").Split('\n').Single(line => line.Contains("The application permissions JuryBot uses are", StringComparison.Ordinal));
        Assert.All(entra.Concat(exchange), permission => Assert.Contains($"`{permission}`", root, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_pages_give_the_same_commands_and_name_files_outputs_and_parameters_that_there_are()
    {
        var (main, scripts) = (Read("infra/main.bicep"), Pages.Select(page => string.Concat(Block().Matches(Read($"infra/{page}")).Select(block => block.Value))).ToList());
        Assert.Equal(scripts[0], scripts[1]);
        Assert.All(Named().Matches(scripts[0]).Select(file => file.Value), file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
        foreach (var text in Pages.Select(page => Read($"infra/{page}")))
        {
            Assert.All(Output().Matches(text).Select(output => output.Groups[1].Value), output => Assert.Matches($@"(?m)^output {output} ", main));
            Assert.All(new[] { "hostName", "certificateId", "teamsAppId", "settings", "storageOpen", "recoveryDays", "administratorAddresses" }, parameter =>
            {
                Assert.Contains($"`{parameter}", text, StringComparison.Ordinal);
                Assert.Matches($"(?m)^param {parameter} ", main);
            });
        }
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Scripts_can_be_read_by_their_shell()
    {
        foreach (var script in new[] { "infra/entra.sh", "infra/graph-permissions.sh" })
        {
            Assert.Equal((0, ""), await Tool.RunAsync(Repository.Root, new Dictionary<string, string>(), "bash", "-n", script));
        }
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static List<string> Words(string text, char between) => [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [GeneratedRegex(@"permissions=\(([^)]+)\)")]
    private static partial Regex Bash();

    [GeneratedRegex(@"\$roles = @\(([^)]+)\)")]
    private static partial Regex PowerShell();

    [GeneratedRegex(@"(?m)^\| `([A-Za-z.]+)` \| [^|]+ \| ([^|]+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("(?s)```\n.*?```")]
    private static partial Regex Block();

    [GeneratedRegex(@"infra/[\w.-]+")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?m)(?:^|[(`]|; )out (\w+)")]
    private static partial Regex Output();
}
