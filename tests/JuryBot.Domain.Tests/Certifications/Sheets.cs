using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Tests.Certifications;

public sealed class Sheets
{
    private static readonly Certification Rncp = Certification.Rncp31168;

    [Theory]
    [InlineData("1", 2)]
    [InlineData("2", 4)]
    [InlineData("3", 4)]
    [InlineData("4", 3)]
    [InlineData("5", 2)]
    public void An_intermediate_jury_judges_the_competencies_of_its_block(string block, int criteria)
    {
        var sheet = Rncp.SheetFor(JuryKind.Intermediate, block, "initial");
        Assert.Equal(criteria, sheet.Criteria.Count);
        Assert.All(sheet.Criteria, criterion => Assert.Equal(block, criterion.Block));
        Assert.Equal(Rncp.Block(block).Deliverables, sheet.Deliverables);
    }

    [Fact]
    public void A_final_jury_judges_the_synthesis_block_and_the_oral()
    {
        var sheet = Rncp.SheetFor(JuryKind.Final, null, "initial");
        Assert.Equal(["3.1", "3.2", "3.3", "3.4", "oral"], sheet.Criteria.Select(criterion => criterion.Id));
        Assert.Null(sheet.Criteria[^1].Block);
        Assert.Equal(5, sheet.Deliverables.Count(deliverable => deliverable.Id.StartsWith("f.p", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_final_jury_follows_the_organisations_synthesis_block() =>
        Assert.Equal(["1.1", "1.2", "oral"], Rncp.With(synthesisBlock: "1").SheetFor(JuryKind.Final, null, "initial").Criteria.Select(criterion => criterion.Id));

    [Fact]
    public void A_final_jury_for_experience_judges_all_fifteen_competencies_and_the_interview()
    {
        var sheet = Rncp.SheetFor(JuryKind.Final, null, "vae");
        Assert.Equal(16, sheet.Criteria.Count);
        Assert.Equal("interview", sheet.Criteria[^1].Id);
        Assert.Equal("v.d1", Assert.Single(sheet.Deliverables).Id);
    }

    [Fact]
    public void An_acquired_block_is_not_judged_again()
    {
        Assert.Equal(["oral"], Rncp.SheetFor(JuryKind.Final, null, "initial", judged: ["1", "2"]).Criteria.Select(criterion => criterion.Id));
        Assert.Equal(["5.1", "5.2", "interview"], Rncp.SheetFor(JuryKind.Final, null, "vae", judged: ["5"]).Criteria.Select(criterion => criterion.Id));
    }

    [Fact]
    public void A_final_jury_decides_every_block_and_an_intermediate_one_proposes_its_own()
    {
        Assert.Equal(["1", "2", "3", "4", "5"], Rncp.BlocksDecidedBy(JuryKind.Final, null));
        Assert.Equal(["2"], Rncp.BlocksDecidedBy(JuryKind.Intermediate, "2"));
    }

    [Fact]
    public void An_intermediate_jury_on_the_synthesis_block_is_advice_and_proposes_nothing()
    {
        Assert.Empty(Rncp.BlocksDecidedBy(JuryKind.Intermediate, "3"));
        Assert.Equal(["3"], Rncp.With(synthesisBlock: "1").BlocksDecidedBy(JuryKind.Intermediate, "3"));
    }

    [Fact]
    public void A_sheet_for_no_block_or_an_unknown_route_does_not_exist()
    {
        Assert.Throws<KeyNotFoundException>(() => Rncp.SheetFor(JuryKind.Intermediate, null, "initial"));
        Assert.Throws<KeyNotFoundException>(() => Rncp.SheetFor(JuryKind.Final, null, "moon"));
        Assert.Throws<KeyNotFoundException>(() => Rncp.BlocksDecidedBy(JuryKind.Intermediate, "6"));
    }
}
