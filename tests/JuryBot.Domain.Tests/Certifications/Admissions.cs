using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Tests.Certifications;

public sealed class Admissions
{
    private static readonly Certification Rncp = Certification.Rncp31168;
    private static readonly DateOnly Within = new(2021, 9, 1);

    [Theory]
    [InlineData("2017-03-16", false)]
    [InlineData("2017-03-17", true)]
    [InlineData("2022-08-07", true)]
    [InlineData("2022-08-08", false)]
    public void One_enters_within_the_registration_its_first_and_last_day_included(string day, bool admitted) =>
        Assert.Equal(
            admitted ? null : AdmissionRefusals.EntryOutsideRegistration(DateOnly.Parse(day, null), "RNCP31168@2018"),
            Admission.Enter(Rncp, "initial", DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("apprenticeship")]
    [InlineData("individual")]
    public void A_closed_route_is_refused_with_its_reason(string route) =>
        Assert.Equal(AdmissionRefusals.RouteClosed(Rncp.Route(route).Name, Rncp.Route(route).ClosedBecause!), Admission.Enter(Rncp, route, Within));

    [Fact]
    public void A_route_nobody_knows_is_refused() => Assert.Equal(AdmissionRefusals.UnknownRoute("moon"), Admission.Enter(Rncp, "moon", Within));

    [Fact]
    public void A_renewal_admits_who_enters_within_it()
    {
        var renewed = Rncp.With(registrations: [new(new(2022, 8, 8), new(2030, 12, 31), "Exemple", Fictitious: true)]);
        Assert.Null(Admission.Enter(renewed, "vae", new(2026, 1, 1)));
        Assert.Null(Admission.MayBeHeard(renewed, "vae", Within, new(2026, 6, 1), null));
    }

    [Fact]
    public void A_jury_after_the_registration_needs_a_written_reason()
    {
        var after = new DateOnly(2022, 8, 8);
        Assert.Null(Admission.MayBeHeard(Rncp, "initial", Within, after.AddDays(-1), null));
        Assert.Equal(
            AdmissionRefusals.JuryOutsideRegistrationNeedsReason(after, "RNCP31168@2018"),
            Admission.MayBeHeard(Rncp, "initial", Within, after, " "));
        Assert.Null(Admission.MayBeHeard(Rncp, "initial", Within, after, "Session reportée"));
    }

    [Fact]
    public void A_reason_does_not_help_who_entered_too_late() =>
        Assert.All(new[] { "Session reportée", null }, reason => Assert.Equal("EntryOutsideRegistration", Admission.MayBeHeard(Rncp, "initial", new(2022, 9, 1), new(2023, 6, 1), reason)!.Rule));
}
