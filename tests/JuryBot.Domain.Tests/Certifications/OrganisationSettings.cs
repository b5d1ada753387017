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
        Assert.Equal(new DateOnly(2025, 1, 1), Rncp.With(registrations: [new(new(2025, 1, 1), new(2025, 1, 1), "Arrêté", false)]).Registrations[^1].To);
    }

    [Fact]
    public void The_refusal_of_a_setting_says_which_value_and_why()
    {
        Assert.StartsWith("RNCP31168@2018 has no block '6'", Assert.Throws<ArgumentException>(() => Rncp.With(synthesisBlock: "6")).Message, StringComparison.Ordinal);
        Assert.StartsWith("An intermediate jury has at least one member.", Assert.Throws<ArgumentException>(() => Rncp.With(intermediateMinimum: 0)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "The registration from 2025-01-02 to 2025-01-01",
            Assert.Throws<ArgumentException>(() => Rncp.With(registrations: [new(new(2025, 1, 2), new(2025, 1, 1), "Arrêté", false)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_roles_beside_the_chair_the_first_takes_up_the_minimum_and_the_others_may_still_be_seated()
    {
        var professional = Rncp.Intermediate.FindRole("professional")!;
        var several = Rncp with
        {
            Intermediate = Rncp.Intermediate with { Roles = [.. Rncp.Intermediate.Roles, professional with { Id = "guest" }], OptionalRoles = [professional with { Id = "observer", Count = 0 }] },
        };
        var jury = several.With(intermediateMinimum: 3).Intermediate;
        Assert.Equal([("chair", 1), ("professional", 2)], jury.Roles.Select(role => (role.Id, role.Count)));
        Assert.Equal([("guest", 0), ("observer", 0)], jury.OptionalRoles.Select(role => (role.Id, role.Count)));
    }
}
