using System.Text.Json;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests.Certifications;

public sealed class BuiltInCertification
{
    private static readonly Certification Rncp = Certification.Rncp31168;

    /// <summary>Every French text that the document presents as the sheet's own.</summary>
    public static TheoryData<string> Quoted =>
    [
        Rncp.Title.Fr, Rncp.Certifier, Rncp.Registry.Signatory.Fr, Rncp.Synthesis.Quotation.Fr, Rncp.Ruleset.Quotation.Fr,
        Rncp.Intermediate.Quotation.Fr, Rncp.Final.Quotation.Fr, Rncp.Registrations[0].Act, Rncp.Registry.Predecessor!.Name.Fr,
        .. Rncp.Registry.Nsf.Concat(Rncp.Registry.Rome).Select(entry => entry.Name.Fr),
        .. Rncp.Registry.Territories.Select(territory => territory.Name.Fr),
        .. Rncp.Sites.Select(site => site.Address).Where(address => address.StartsWith('2')),
        .. Rncp.Blocks.Select(block => block.Title.Fr),
        .. Rncp.Blocks.Select(block => block.Modality.Fr),
        .. Rncp.Blocks.SelectMany(block => block.Competencies).Select(competency => competency.Text.Fr),
        .. Rncp.Blocks.SelectMany(block => block.Deliverables).Select(deliverable => deliverable.Text.Fr),
        .. Rncp.Components.Select(component => component.Title.Fr),
        .. Rncp.Routes.Select(route => route.Quotation.Fr),
        .. Rncp.Intermediate.Roles.Concat(Rncp.Final.Roles).Concat(Rncp.Final.OptionalRoles).Select(role => role.Quotation.Fr),
        .. Rncp.FinalSheet.Criteria.Select(criterion => criterion.Text.Fr),
        .. Rncp.FinalSheet.Deliverables.Concat(Rncp.InterviewSheet.Deliverables).Select(deliverable => deliverable.Text.Fr),
        .. Rncp.Quotations.Select(quotation => quotation.Text.Fr),
    ];

    [Theory]
    [MemberData(nameof(Quoted))]
    public void Its_French_words_are_the_sheets(string words) => Assert.Contains(SheetWords.Plain(words), SheetWords.Text, StringComparison.Ordinal);

    [Fact]
    public void It_is_registered_under_its_code_level_and_dates()
    {
        Assert.Equal("RNCP31168@2018", Rncp.Id);
        Assert.Equal(("II", 6, 15), (Rncp.Registry.Level1969, Rncp.Registry.LevelEu, Rncp.Registry.GraduatesPerYear));
        Assert.Equal(["323"], Rncp.Registry.Nsf.Select(entry => entry.Code));
        Assert.Equal(["K1602", "K1206", "L1302", "L1303"], Rncp.Registry.Rome.Select(entry => entry.Code));
        Assert.Empty(Rncp.Registry.Formacodes);
        Assert.Equal("25470", Rncp.Registry.Predecessor!.Code);
        Assert.All(Rncp.Registry.Territories, territory => Assert.Null(territory.Accessible));
        var registration = Assert.Single(Rncp.Registrations);
        Assert.Equal((new DateOnly(2017, 3, 17), new DateOnly(2022, 8, 7), false), (registration.From, registration.To, registration.Fictitious));
    }

    [Fact]
    public void It_is_certified_in_Paris_and_prepared_in_Paris_and_Lyon()
    {
        Assert.Equal(["paris"], Rncp.Sites.Where(site => site.Certifies).Select(site => site.Id));
        Assert.Equal(["paris", "lyon"], Rncp.Sites.Where(site => site.Prepares).Select(site => site.Id));
    }

    [Fact]
    public void It_has_five_blocks_with_two_four_four_three_and_two_competencies()
    {
        Assert.Equal(["1", "2", "3", "4", "5"], Rncp.Blocks.Select(block => block.Id));
        Assert.Equal([2, 4, 4, 3, 2], Rncp.Blocks.Select(block => block.Competencies.Count));
        Assert.Equal(["3", "2", "5", "4", "1"], Rncp.Components.Select(component => component.Block));
        Assert.Equal(["4"], Rncp.Blocks.Where(block => block.GroupWork).Select(block => block.Id));
        Assert.All(Rncp.Blocks, block => Assert.Equal("Présentation et soutenance orale", block.Deliverables[^1].Text.Fr));
    }

    [Fact]
    public void Its_open_routes_are_those_the_sheet_gives_a_jury_for()
    {
        Assert.Equal(["initial", "continuing", "professionalisation", "vae"], Rncp.Routes.Where(route => route.Open).Select(route => route.Id));
        Assert.All(Rncp.Routes.Where(route => !route.Open), route => Assert.NotNull(route.ClosedBecause));
        Assert.Equal(["vae"], Rncp.Routes.Where(route => !route.IntermediateJuries).Select(route => route.Id));
        Assert.Equal(["vae"], Rncp.Routes.Where(route => route.StrictIndependence && route.PresidentCastingVote).Select(route => route.Id));
        Assert.Equal(["initial"], Rncp.Routes.Where(route => route.NextPromotionOnly).Select(route => route.Id));
    }

    [Fact]
    public void Its_final_jury_has_the_five_seats_of_the_sheet()
    {
        Assert.Equal(
            ["president", "employeeRepresentative", "directorRepresentative", "trainer", "pedagogicManager"],
            Rncp.Final.Roles.Select(role => role.Id));
        Assert.Equal("president", Rncp.Final.Chair.Id);
        Assert.Equal((true, College.Employer, true), (Rncp.Final.Chair.External, Rncp.Final.Chair.College, Rncp.Final.Chair.AppointedByDirector));
        Assert.Equal(["employerRepresentative"], Rncp.Final.OptionalRoles.Select(role => role.Id));
        Assert.Equal(("RNCP31168@2018", 40, true), (Rncp.Ruleset.Id, Rncp.Ruleset.MinExternalPercent, Rncp.Ruleset.Parity));
    }

    [Fact]
    public void It_is_the_same_after_a_round_trip_through_JSON()
    {
        var written = JsonSerializer.Serialize(Rncp, JsonSerializerOptions.Web);
        var read = JsonSerializer.Deserialize<Certification>(written, JsonSerializerOptions.Web)!;
        Assert.Equal(written, JsonSerializer.Serialize(read, JsonSerializerOptions.Web));
        Assert.Equal(Rncp.Id, read.Id);
    }

    [Fact]
    public void A_text_is_English_for_English_and_French_for_any_other_language()
    {
        Assert.Equal("Cultural project production manager", Rncp.Title.In("en"));
        Assert.Equal("Cultural project production manager", Rncp.Title.In("en-GB"));
        Assert.Equal("Responsable de production de projets culturels", Rncp.Title.In("fr"));
        Assert.Equal("Responsable de production de projets culturels", Rncp.Title.In("de"));
    }

    [Fact]
    public void An_id_it_does_not_have_is_said_so()
    {
        Assert.Throws<KeyNotFoundException>(() => Rncp.Block("6"));
        Assert.Throws<KeyNotFoundException>(() => Rncp.Route("moon"));
        Assert.Throws<KeyNotFoundException>(() => Rncp.Quotation("moon"));
        Assert.Equal("Validité des composantes acquises : illimitée", Rncp.Quotation("validity").Text.Fr);
    }
}
