using System.Text.Json.Serialization;

namespace JuryBot.Domain.Awards;

/// <summary>The candidate is to be told what <see cref="CandidateRecord.OutcomesOf"/> says of this sitting: just published, or just annulled.</summary>
public sealed record TellOutcomes(string Candidate, string Sitting, Channel Channel) : Effect
{
    [JsonIgnore]
    public override string Recipient => $"candidate|{Candidate}|{Channel}";

    /// <summary>Everyone is told by mail, and in Teams who has an account: the one who delivers knows.</summary>
    internal static IEnumerable<TellOutcomes> To(CandidateRecord record, string sitting) =>
        [new(record.Id, sitting, Channel.Teams), new(record.Id, sitting, Channel.Mail)];
}

/// <summary>How a candidate is told.</summary>
public enum Channel
{
    Teams,
    Mail,
}
