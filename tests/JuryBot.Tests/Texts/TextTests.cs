using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using JuryBot.Domain;
using JuryBot.Domain.Panels;

namespace JuryBot.Tests.Texts;

/// <summary>Everything people read is there in both languages.</summary>
public sealed partial class TextTests
{
    private static readonly Assembly Product = typeof(JuryBotApplication).Assembly;

    public static TheoryData<string> Folders => [.. Product.GetManifestResourceNames().Where(n => n.EndsWith(".Texts.resources", StringComparison.Ordinal)).Select(n => n["JuryBot.".Length..^".Texts.resources".Length])];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Both_languages_have_the_same_texts_with_the_same_places_to_fill_in(string folder)
    {
        var (french, english) = (Read(folder, ""), Read(folder, "en"));
        Assert.NotEmpty(french);
        Assert.Equal(french.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(french, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key);
            Assert.False(string.IsNullOrWhiteSpace(english[text.Key]), text.Key);
            Assert.True(Places(text.Value).SequenceEqual(Places(english[text.Key])), $"{text.Key}: {text.Value} / {english[text.Key]}");
        });
    }

    [Fact]
    public void Every_refusal_has_a_text()
    {
        var known = Read("Features", "");
        var rules = Sources("JuryBot.Domain", "JuryBot").SelectMany(file => RefusalMade().Matches(file.Text).Select(m => m.Groups[1].Value))
            .Concat(typeof(Refusal).Assembly.GetExportedTypes().Where(t => t.Name.EndsWith("Refusals", StringComparison.Ordinal))
                .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).Select(m => m.Name))
            .Distinct().ToList();
        Assert.True(rules.Count > 70, $"Only {rules.Count} rules were found: how they are written has changed.");
        Assert.DoesNotContain(rules, rule => !known.ContainsKey($"Refusal.{rule}"));
    }

    [Fact]
    public void Every_composition_rule_has_a_text() => Assert.All(
        typeof(FindingRules).GetFields(), rule => Assert.True(Read("Features", "").ContainsKey($"Finding.{rule.Name}"), rule.Name));

    [Fact]
    public void Every_text_named_in_the_code_exists()
    {
        var missing = new List<string>();
        var found = 0;
        foreach (var (path, text) in Sources("JuryBot"))
        {
            var folder = Catalogue().Match(text) is { Success: true } named ? named.Groups[1].Value
                : path.Contains("/Rosters/", StringComparison.Ordinal) ? "Features.Rosters" : null;
            if (folder is null)
            {
                continue;
            }

            var known = Read(folder, "");
            var keys = KeyUsed().Matches(text).Select(m => m.Groups[1].Value).Concat(FaultMade().Matches(text).Select(m => $"Fault.{m.Groups[1].Value}")).ToList();
            found += keys.Count;
            missing.AddRange(keys.Where(key => !known.ContainsKey(key)).Select(key => $"{Path.GetFileName(path)}: {key}"));
        }

        Assert.True(found > 80, $"Only {found} keys were found: how they are written has changed.");
        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Read(string folder, string language)
    {
        var resources = new ResourceManager($"JuryBot.{folder}.Texts", Product);
        var set = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Text)> Sources(params string[] projects) => projects
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Source(), project), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("node_modules", StringComparison.Ordinal))
        .Select(path => (path, File.ReadAllText(path)));

    private static string Source([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src"));

    [GeneratedRegex("""\{(\d+)[^}]*\}""")]
    private static partial Regex Place();

    [GeneratedRegex("""new Refusal\("(\w+)["]""")]
    private static partial Regex RefusalMade();

    [GeneratedRegex("""Texts\.Of\("([\w.]+)"\)""")]
    private static partial Regex Catalogue();

    [GeneratedRegex("""(?:\bT|Texts\.Get|RosterTexts\.Get)\((?:[\w.]+(?:\([^()]*\))?, )"([\w.]+)"[,)]""")]
    private static partial Regex KeyUsed();

    [GeneratedRegex("""Fault\([\w, ]+, "(\w+)"[,)]""")]
    private static partial Regex FaultMade();
}
