using JuryBot.Domain.Awards;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class ComingAgain
{
    [Theory]
    [InlineData("2020-2021")]
    [InlineData("2021-2022")]
    [InlineData("2022")]
    public void Initial_training_comes_before_its_own_jury_or_the_next_promotions(string promotion) =>
        Assert.Null(New().WhyNotAppear(Rncp, promotion, null));

    [Fact]
    public void Later_needs_a_written_reason()
    {
        Assert.Equal(AwardRefusals.LaterThanNextPromotion("2020-2021", "2022-2023"), New().WhyNotAppear(Rncp, "2022-2023", " "));
        Assert.Null(New().WhyNotAppear(Rncp, "2022-2023", "Congé de maternité"));
        var ruling = New().Ruling("12345", new(true)) with { Promotion = "2022-2023" };
        Assert.Equal("LaterThanNextPromotion", New().Decide(Rncp, ruling).Refusal!.Rule);
        var late = New().Decide(Rncp, ruling with { LateReason = "Congé de maternité" }).Now();
        Assert.Equal(("2022-2023", "Congé de maternité"), (late.Appearances[0].Promotion, late.Appearances[0].LateReason));
    }

    [Fact]
    public void Other_routes_have_no_limit() => Assert.Null(New("continuing").WhyNotAppear(Rncp, "2030", null));

    [Fact]
    public void Labels_without_a_year_are_compared_by_name_or_by_a_person()
    {
        Assert.Equal(AwardRefusals.PromotionsNotComparable("2020-2021", "Printemps"), New().WhyNotAppear(Rncp, "Printemps", null));
        var spring = CandidateVerbs.Enroll(null, Rncp, Camille with { Promotion = "Printemps" }).Now();
        Assert.Null(spring.WhyNotAppear(Rncp, "Printemps", null));
        Assert.Equal("PromotionsNotComparable", spring.WhyNotAppear(Rncp, "2021", null)!.Rule);
    }

    [Theory]
    [InlineData("2025", 2025)]
    [InlineData("2024-2025", 2025)]
    [InlineData("Promotion 2024/2025 Paris", 2025)]
    [InlineData("P2023B", 2023)]
    [InlineData("120250", null)]
    [InlineData("Printemps", null)]
    [InlineData("", null)]
    public void A_promotion_is_the_last_year_of_its_label(string label, int? year) => Assert.Equal(year, Promotions.YearOf(label));
}
