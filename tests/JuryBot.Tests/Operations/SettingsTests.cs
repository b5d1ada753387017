using System.Text.RegularExpressions;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Features.Accrochage;
using JuryBot.Operations;
using JuryBot.Sandbox.Processes;
using JuryBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Primitives;

namespace JuryBot.Tests.Operations;

/// <summary>The reference of settings says what the code reads, no more and no less.</summary>
public sealed partial class SettingsTests
{
    private static readonly string[] Sections = [.. Documented().Select(key => key.Split(':')[0]).Distinct()];

    /// <summary>What options offer to code alone.</summary>
    private static readonly string[] InCode = ["Bot:GoesOn", "Bot:TokenTime"];

    [Fact]
    public void Every_setting_that_is_read_is_in_the_reference_and_no_other()
    {
        var heard = new Heard();
        var configuration = new ConfigurationRoot([heard]);
        Assert.Throws<ConfigurationException>(() => Settings.Read(configuration, new HostingEnvironment { EnvironmentName = "Production" }));
        AccrochageSettings.Read(configuration, []);
        _ = configuration.GetSection("Storage").Get<StorageOptions>();
        Assert.Equal(Documented().Order(StringComparer.Ordinal), heard.Keys.Where(IsOurs).Except(InCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_named_in_the_code_is_in_the_reference()
    {
        var named = Directory.EnumerateFiles(Repository.JuryBot, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Where(IsOurs).ToHashSet();
        Assert.True(named.Count > 10);
        Assert.Empty(named.Except(Documented()));
    }

    [Fact]
    public void The_command_prints_the_reference_and_every_row_has_a_meaning()
    {
        var output = new StringWriter();
        Assert.Equal(0, SettingsCommand.Run(output));
        var rows = output.ToString().Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|').Split(" | ")).ToList();
        Assert.True(rows.Count > 50);
        Assert.All(rows, row => Assert.True(row.Length == 3 && row[2].Trim().Length > 5, row[0]));
    }

    [Fact]
    public void Where_the_synthesis_block_is_set_the_sheet_is_quoted() => Assert.Contains(
        Certification.Rncp31168.Synthesis.Quotation.Fr,
        Assert.Single(SettingsCommand.Reference.Split('\n'), line => line.StartsWith("| `Organisation:SynthesisBlock`", StringComparison.Ordinal)), StringComparison.Ordinal);

    private static bool IsOurs(string key) => Sections.Contains(key.Split(':')[0]) && key.Split(':').Length <= 2 && (key.Contains(':', StringComparison.Ordinal) || Documented().Contains(key));

    private static IReadOnlyList<string> Documented() => [.. Row().Matches(SettingsCommand.Reference).Select(match => match.Groups[1].Value)];

    /// <summary>Hears which keys are asked for, and has none of them.</summary>
    private sealed class Heard : IConfigurationProvider
    {
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public bool TryGet(string key, out string? value)
        {
            Keys.Add(key);
            value = null;
            return false;
        }

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
        {
            if (parentPath is not null)
            {
                Keys.Add(parentPath);
            }

            // A section that seems to hold something has all its properties asked for.
            return parentPath?.Contains(':', StringComparison.Ordinal) == false ? earlierKeys.Append("something") : earlierKeys;
        }

        public void Set(string key, string? value) => throw new NotSupportedException();

        public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

        public void Load()
        {
        }
    }

    [GeneratedRegex(@"^\| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("\"([A-Z][A-Za-z]+:[A-Z][A-Za-z]+)\\b")]
    private static partial Regex Named();
}
