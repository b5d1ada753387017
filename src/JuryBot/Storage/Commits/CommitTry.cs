using System.Text.Json.Serialization;

namespace JuryBot.Storage;

/// <summary>One try at a commit. A fenced try is followed by the next number under the same id.</summary>
internal sealed record CommitTry(string Id, int Number)
{
    [JsonIgnore]
    public string RowKey => RowKeys.Commit(Id, Number);
}
