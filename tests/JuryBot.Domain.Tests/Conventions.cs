using System.Reflection;
using System.Runtime.CompilerServices;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests;

public sealed class Conventions
{
    private static readonly Assembly Domain = typeof(Refusal).Assembly;

    [Fact]
    public void Nothing_public_in_the_domain_can_be_set_after_it_was_made()
    {
        var mutable = Domain.GetExportedTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.DeclaringType!.Assembly == Domain && property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        var fields = Domain.GetExportedTypes()
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields())
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");
        Assert.Empty(mutable.Concat(fields));
    }

    [Fact]
    public void The_domain_references_nothing_but_the_framework()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var foreign = Domain.GetReferencedAssemblies().Where(name => Path.GetDirectoryName(Assembly.Load(name).Location) != framework);
        Assert.Empty(foreign);
    }

    [Fact]
    public void Nothing_in_the_domain_waits()
    {
        var waiting = Domain.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.ReturnType.Namespace == "System.Threading.Tasks")
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
        Assert.Empty(waiting);
    }

    [Fact]
    public void Every_class_of_the_domain_is_sealed_static_or_abstract()
    {
        var open = Domain.GetTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(type => type.FullName);
        Assert.Empty(open);
    }

    [Fact]
    public void A_refusal_is_named_as_the_method_that_makes_it_and_no_two_areas_share_a_name()
    {
        var factories = Domain.GetExportedTypes().Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .ToList();
        Assert.NotEmpty(factories);
        foreach (var factory in factories)
        {
            var arguments = factory.GetParameters().Select(parameter => Sample(parameter.ParameterType)).ToArray();
            var refusal = Assert.IsType<Refusal>(factory.Invoke(null, arguments));
            Assert.Equal(factory.Name, refusal.Rule);
            Assert.Equal(arguments.Length, refusal.Arguments.Length);
        }

        Assert.Distinct(factories.Select(factory => factory.Name));
    }

    [Fact]
    public void A_composition_rule_is_named_as_its_constant() =>
        Assert.All(typeof(FindingRules).GetFields(), rule => Assert.Equal(rule.Name, rule.GetRawConstantValue()));

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(int) => 1,
        _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        _ when type == typeof(IEnumerable<string>) => new[] { "x", "y" },
        _ when type == typeof(LocalizedText) => new LocalizedText("fr", "en"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say here what an argument of this type looks like."),
    };
}
