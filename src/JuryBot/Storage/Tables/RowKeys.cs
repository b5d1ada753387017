using System.Globalization;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>The row keys of an aggregate's partition. <c>c|</c> commits, <c>l|</c> ledger, <c>o|</c> outbox, <c>p|</c>
/// poisoned deliveries, <c>s|</c> state, so that loading state is one range.</summary>
internal static class RowKeys
{
    public const string Root = "s|";

    public static string State(string document) => Keys.Checked(Root + document);

    public static string Ledger(long sequence) => string.Create(CultureInfo.InvariantCulture, $"l|{sequence:D12}");

    public static string Outbox(long sequence, int index) => string.Create(CultureInfo.InvariantCulture, $"o|{sequence:D12}|{index:D3}");

    public static string Poison(long sequence, int index) => string.Create(CultureInfo.InvariantCulture, $"p|{sequence:D12}|{index:D3}");

    public static string Commit(string id, int attempt) => string.Create(CultureInfo.InvariantCulture, $"c|{id}|{attempt:D3}");

    /// <summary>All rows of a partition whose key starts with <paramref name="prefix"/>, which ends in <c>|</c>.</summary>
    public static string Range(string partition, string prefix) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + '}'}");
}
