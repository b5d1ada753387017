using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Tests.Certifications;

public sealed class OrganisationSettings
{
    private static readonly Certification Rncp = Certification.Rncp31168;

    [Fact]
    public void Without_settings_the_certification_is_the_documents()
    {
        var same = Rncp.With();
        Assert.Equal("3", same.SynthesisBlock);
        Assert.Equal(Rncp.Registrations, same.Registrations);
        Assert.Equal(2, same.Intermediate.Minimum);
    }

    [Fact]
    public void A_renewal_comes_after_the_documents_registration_and_an_official_one_is_preferred()
    {
        var from = new DateOnly(2022, 8, 1);
        var renewed = Rncp.With(registrations: [new(from, new(2030, 12, 31), "Exemple", Fictitious: true)]);
        Assert.Equal([false, true], renewed.Registrations.Select(registration => registration.Fictitious));
        Assert.False(renewed.RegistrationOn(from)!.Fictitious);
        Assert.True(renewed.RegistrationOn(new(2022, 8, 8))!.Fictitious);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    public void The_minimum_of_an_intermediate_jury_sets_how_many_sit_beside_its_chair(int minimum, int professionals)
    {
        var jury = Rncp.With(intermediateMinimum: minimum).Intermediate;
        Assert.Equal(minimum, jury.Minimum);
        Assert.Equal(1, jury.Chair.Count);
        Assert.Equal(professionals, jury.FindRole("professional")!.Count);
        Assert.Equal(minimum, jury.Roles.Sum(role => role.Count));
        Assert.Equal(jury.Roles.Count + jury.OptionalRoles.Count, Rncp.Intermediate.Roles.Count);
    }

    [Fact]
    public void A_setting_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>("synthesisBlock", () => Rncp.With(synthesisBlock: "6"));
        Assert.Throws<ArgumentException>("intermediateMinimum", () => Rncp.With(intermediateMinimum: 0));
        Assert.Throws<ArgumentException>("registrations", () => Rncp.With(registrations: [new(new(2025, 1, 2), new(2025, 1, 1), "Arrêté", false)]));
        Assert.Throws<ArgumentException>("registrations", () => Rncp.With(registrations: [new(new(2025, 1, 1), new(2025, 1, 2), " ", false)]));
    }
}
