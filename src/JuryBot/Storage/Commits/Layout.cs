using System.Text.Json;

namespace JuryBot.Storage;

/// <summary>How an aggregate lies in its partition: its state as documents by row key. Key <c>""</c> is the root, always present.</summary>
/// <param name="Table">One of <see cref="TableNames.Aggregates"/>.</param>
/// <param name="Schema">Version of the documents, from 1. A row with a newer one is an error (<see cref="SchemaTooNewException"/>).</param>
/// <param name="Split">State to documents, written with <see cref="Json.Options"/>. Large parts that change apart belong into documents of their own.</param>
/// <param name="Join">The inverse, for documents of this and every earlier schema.</param>
public sealed record Layout<T>(
    string Table,
    int Schema,
    Func<T, IReadOnlyDictionary<string, object>> Split,
    Func<IReadOnlyDictionary<string, JsonElement>, T> Join)
    where T : class
{
    /// <summary>Whether the root is all there ever is: it is then read by its key, without looking for more.</summary>
    public bool IsOneRow { get; init; }
}
