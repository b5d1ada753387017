using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

public static partial class CandidateVerbs
{
    /// <summary>Why the candidate could not come before the certification jury of this promotion. On a route limited to N+1, later needs a
    /// written reason, and so does another promotion when either label has no year.</summary>
    /// <param name="reason">The written reason, if there is one.</param>
    public static Refusal? WhyNotAppear(this CandidateRecord record, Certification certification, string promotion, string? reason)
    {
        if (certification.Id != record.Certification)
        {
            return AwardRefusals.OtherCertification(record.Certification, certification.Id);
        }

        if (!certification.Route(record.Route).NextPromotionOnly || record.Promotion == promotion || !string.IsNullOrWhiteSpace(reason))
        {
            return null;
        }

        return (Promotions.YearOf(record.Promotion), Promotions.YearOf(promotion)) switch
        {
            (null, _) or (_, null) => AwardRefusals.PromotionsNotComparable(record.Promotion, promotion),
            var (own, jury) when jury > own + 1 => AwardRefusals.LaterThanNextPromotion(record.Promotion, promotion),
            _ => null,
        };
    }
}
