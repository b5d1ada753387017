using System.Reflection;
using ArchUnitNET.Loader;
using JuryBot.Domain;
using JuryBot.Sandbox;
using JuryBot.Teams.Cards;
using ArchClass = ArchUnitNET.Domain.IType;

namespace JuryBot.Tests.Architecture;

/// <summary>Who may know whom: Domain ← Chat, Planner, Calendars, Storage ← Features ← Program; JuryBot.Teams stands beside the Domain.</summary>
public sealed class DirectionTests
{
    private static readonly Assembly Product = typeof(JuryBotApplication).Assembly, Domain = typeof(Refusal).Assembly, Teams = typeof(AdaptiveCard).Assembly, Sandbox = typeof(Tenant).Assembly;
    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader().LoadAssemblies(Product, Domain, Teams, Sandbox).Build();

    /// <summary>The one table that hands activities and buttons to slices, and the composition of the whole.</summary>
    private static readonly string[] Switchboard = ["JuryBot.Chat.Verbs", "JuryBot.Chat.Bot", "JuryBot.Chat.ChatServices"];

    [Fact]
    public void The_domain_and_JuryBot_Teams_do_not_see_each_other_nor_anything_of_ours()
    {
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), a => a.Name!.StartsWith("JuryBot", StringComparison.Ordinal));
        Assert.DoesNotContain(Teams.GetReferencedAssemblies(), a => a.Name!.StartsWith("JuryBot", StringComparison.Ordinal));
    }

    [Fact]
    public void The_domain_has_no_package() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Edges_do_not_know_the_features() => Assert.Empty(Uses(
        from => Edge(from) && !Switchboard.Contains(Outermost(from)),
        to => to.StartsWith("JuryBot.Features", StringComparison.Ordinal)));

    [Fact]
    public void A_feature_never_calls_another_feature() => Assert.Empty(Uses(
        from => Feature(from) is not null,
        to => Feature(to) is not null,
        (from, to) => Feature(from) != Feature(to)));

    [Fact]
    public void The_planner_knows_the_domain_and_its_solver_only() => Assert.Empty(Uses(
        from => from.StartsWith("JuryBot.Planner", StringComparison.Ordinal),
        to => to.StartsWith("JuryBot.", StringComparison.Ordinal) && !to.StartsWith("JuryBot.Domain", StringComparison.Ordinal) && !to.StartsWith("JuryBot.Planner", StringComparison.Ordinal) && to is not "JuryBot.Texts"));

    [Fact]
    public void Storage_knows_nothing_of_juries_but_what_a_verb_returns() => Assert.Empty(Uses(
        from => from.StartsWith("JuryBot.Storage", StringComparison.Ordinal),
        to => to.StartsWith("JuryBot.", StringComparison.Ordinal) && !to.StartsWith("JuryBot.Storage", StringComparison.Ordinal)
            && !(to.StartsWith("JuryBot.Domain.", StringComparison.Ordinal) && to.Count(c => c == '.') == 2)));

    [Fact]
    public void Nothing_in_JuryBot_knows_that_there_is_a_sandbox()
    {
        Assert.DoesNotContain(Product.GetReferencedAssemblies(), a => a.Name == "JuryBot.Sandbox");
        Assert.DoesNotContain(Product.GetTypes(), t => t.FullName!.Contains("Sandbox", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_sandbox_reads_the_wire_with_its_own_eyes() => Assert.Empty(Uses(
        from => from.StartsWith("JuryBot.Sandbox", StringComparison.Ordinal),
        to => to.StartsWith("JuryBot.", StringComparison.Ordinal) && !to.StartsWith("JuryBot.Sandbox", StringComparison.Ordinal) && to != "JuryBot.JuryBotApplication"));

    private static bool Edge(string type) => new[] { "Chat", "Planner", "Calendars", "Storage", "Identity", "Configuration", "Pages" }.Any(edge => type.StartsWith($"JuryBot.{edge}.", StringComparison.Ordinal));

    /// <summary>The feature a type belongs to; what lies in <c>Features</c> itself is shared by all.</summary>
    private static string? Feature(string type) =>
        type.Split('.') is ["JuryBot", "Features", var feature, _, ..] ? feature : null;

    private static string Outermost(string type) => type.Split('+', '<')[0];

    private static IEnumerable<string> Uses(Func<string, bool> from, Func<string, bool> to, Func<string, string, bool>? also = null) => Loaded.Types
        .Where(type => from(Name(type)))
        .SelectMany(type => type.Dependencies.Select(dependency => (From: Name(type), To: Name(dependency.Target))))
        .Where(use => to(use.To) && (also is null || also(use.From, use.To)))
        .Select(use => $"{use.From} → {use.To}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string Name(ArchClass type) => Outermost(type.FullName);
}
