using System.Runtime.CompilerServices;
using JuryBot.Storage;

namespace JuryBot.Tests.Storage;

/// <summary>What the rows of an aggregate hold, as the file beside these tests has it with the schema's number. Whoever changes a shape raises its schema: a replica of the version before would
/// drop what it does not know when it writes, and keeps off what has a newer schema. Then <c>UPDATE_SNAPSHOTS=1</c> writes the files anew.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Tables => [.. TableNames.Aggregates];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_shape_that_changes_has_a_schema_of_its_own(string table)
    {
        var (schema, type) = Of(table);
        var (file, shape) = (Path.Combine(Folder(), $"{table}.txt"), string.Join('\n', Lines(type)) + "\n");
        var known = File.Exists(file) ? File.ReadAllText(file).Split('\n', 2) : ["schema 0", ""];
        var last = int.Parse(known[0]["schema ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && schema > last)
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(file, $"schema {schema}\n{shape}");
            return;
        }

        Assert.True(known[1] == shape, $"What {table} holds is not what schema {last} is said to hold: raise its schema in Aggregates.cs, then UPDATE_SNAPSHOTS=1.\n{shape}");
        Assert.Equal(last, schema);
    }

    private static (int Schema, Type Type) Of(string table) => table switch
    {
        TableNames.Sittings => In(Aggregates.Sittings),
        TableNames.Candidates => In(Aggregates.Candidates),
        TableNames.Sessions => In(Aggregates.Sessions),
        TableNames.People => In(Aggregates.People),
        TableNames.Transmissions => In(Aggregates.Transmissions),
        TableNames.Deposits => In(Aggregates.Deposits),
        TableNames.Mailboxes => In(Aggregates.Mailboxes),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "Say what it holds."),
    };

    private static (int Schema, Type Type) In<T>(Layout<T> layout) where T : class => (layout.Schema, typeof(T));

    // Every type of ours that is reached, with its members or values.
    private static SortedSet<string> Lines(Type root)
    {
        var (lines, seen, open) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<Type>(), new Stack<Type>([root]));
        while (open.TryPop(out var type))
        {
            Type[] element = type.GetElementType() is { } inner ? [inner] : [];
            foreach (var part in type.GetGenericArguments().Concat(element))
            {
                open.Push(part);
            }

            if (type.Namespace?.StartsWith("JuryBot", StringComparison.Ordinal) != true || !seen.Add(type))
            {
                continue;
            }

            if (type.IsEnum)
            {
                lines.Add($"{type.Name}: {string.Join(", ", Enum.GetNames(type))}");
                continue;
            }

            foreach (var property in Json.Options.GetTypeInfo(type).Properties)
            {
                lines.Add($"{type.Name}.{property.Name}: {Name(property.PropertyType)}");
                open.Push(property.PropertyType);
            }
        }

        return lines;
    }

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Shapes");
}
