using System.Collections.Immutable;
using System.Text.Json;
using JuryBot.Domain;
using JuryBot.Storage;

namespace JuryBot.Tests.Storage;

/// <summary>An aggregate to try the store with: a total in the root, a document for every note.</summary>
public sealed record Board(int Total, ImmutableSortedDictionary<string, string> Notes)
{
    public static Board Empty { get; } = new(0, ImmutableSortedDictionary<string, string>.Empty);

    public static Layout<Board> Layout { get; } = LayoutOf(1);

    public static Layout<Board> LayoutOf(int schema) => new(TableNames.Sittings, schema,
        board => new Dictionary<string, object>(board.Notes.Select(note => KeyValuePair.Create($"note|{note.Key}", (object)note.Value))) { [""] = new Root(board.Total) },
        documents => new(documents[""].Deserialize<Root>(Json.Options)!.Total,
            documents.Where(pair => pair.Key.Length > 0).ToImmutableSortedDictionary(pair => pair.Key["note|".Length..], pair => pair.Value.GetString()!)));

    public Board Add(int number) => this with { Total = Total + number };

    public Board Note(string key, string text) => this with { Notes = Notes.SetItem(key, text) };

    /// <summary>Adds one and sends pings.</summary>
    public static Func<Board?, Decision<Board>> Increment(params Effect[] effects) => board => Decision<Board>.Accept((board ?? Empty).Add(1), effects);

    private sealed record Root(int Total);
}

/// <summary>Something delivered to an <see cref="Inbox"/>.</summary>
public sealed record Ping(string To, int Number) : Effect
{
    public override string Recipient => To;
}
