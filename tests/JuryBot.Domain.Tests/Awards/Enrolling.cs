using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class Enrolling
{
    [Fact]
    public void A_new_candidate_has_a_name_a_route_and_nothing_decided()
    {
        var record = New();
        Assert.Equal("Camille Exemple", record.Name);
        Assert.Equal(("RNCP31168@2018", "initial", "2020-2021"), (record.Certification, record.Route, record.Promotion));
        Assert.Equal(("camille@example.org", "fr", "Indian/Reunion", true), (record.Mail, record.Language, record.TimeZone, record.ExtraTime));
        Assert.Equal("None None None None None", record.States());
        Assert.Equal(OverallState.NoBlockAcquired, record.Overall(Rncp));
        Assert.Null(record.Award);
    }

    [Fact]
    public void The_same_roster_again_changes_nothing()
    {
        var record = New(blocks: ["2", "4"]);
        Assert.Same(record, CandidateVerbs.Enroll(record, Rncp, Camille with { BlockAccess = ["2", "4"] }).State);
    }

    [Fact]
    public void A_changed_roster_changes_the_person_and_keeps_the_results()
    {
        var record = New().Proposed("2", true);
        var renamed = CandidateVerbs.Enroll(record, Rncp, Camille with { Identity = Camille.Identity with { LastName = "Autre" }, Promotion = "2021-2022" }).Now();
        Assert.Equal(("Camille Autre", "2021-2022"), (renamed.Name, renamed.Promotion));
        Assert.Equal(record.Results, renamed.Results);
    }

    [Fact]
    public void The_route_is_fixed_once_a_jury_has_spoken()
    {
        Assert.Equal("vae", CandidateVerbs.Enroll(New(), Rncp, Camille with { Route = "vae" }).Now().Route);
        var record = New().Proposed("2", true);
        Assert.Equal(AwardRefusals.RouteFixedByResults("initial"), CandidateVerbs.Enroll(record, Rncp, Camille with { Route = "vae" }).Refusal);
    }

    public static TheoryData<string> Mails => ["", "camille", "@example.org", "camille@", "camille @example.org"];

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_mail_address_nobody_could_write_to_is_refused(string mail) =>
        Assert.Equal(AwardRefusals.MailUnreadable(mail), Refusal(Camille with { Identity = Camille.Identity with { Mail = mail } }));

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal(AwardRefusals.NameRequired(), Refusal(Camille with { Identity = Camille.Identity with { FirstName = " " } }));
        Assert.Equal(AwardRefusals.NameRequired(), Refusal(Camille with { Identity = Camille.Identity with { LastName = "" } }));
        Assert.Equal(AwardRefusals.UnknownLanguage("de"), Refusal(Camille with { Identity = Camille.Identity with { Language = "de" } }));
        Assert.Equal(AwardRefusals.UnknownTimeZone("Moon/Sea"), Refusal(Camille with { Identity = Camille.Identity with { TimeZone = "Moon/Sea" } }));
        Assert.Equal(AwardRefusals.UnknownBlock("6"), Refusal(Camille with { BlockAccess = ["2", "6"] }));
        Assert.Equal(AwardRefusals.BlockAccessEmpty(), Refusal(Camille with { BlockAccess = [] }));
    }

    [Fact]
    public void A_closed_route_and_an_entry_outside_the_registration_are_refused()
    {
        Assert.Equal("RouteClosed", Refusal(Camille with { Route = "apprenticeship" })!.Rule);
        Assert.Equal(AdmissionRefusals.EntryOutsideRegistration(new(2023, 9, 1), Rncp.Id), Refusal(Camille with { EnteredOn = new(2023, 9, 1) }));
    }

    private static Refusal? Refusal(Enrolment enrolment) => CandidateVerbs.Enroll(null, Rncp, enrolment).Refusal;

    [Fact]
    public void What_just_fits_is_taken()
    {
        Assert.Null(Refusal(Camille with { Identity = Camille.Identity with { Mail = "c@example.org", Language = "en", TimeZone = null } }));
        Assert.Null(Refusal(Camille with { Identity = Camille.Identity with { Language = null } }));
    }

    [Fact]
    public void A_roster_that_asks_for_other_blocks_changes_them()
    {
        var record = New(blocks: ["2", "4"]);
        Assert.Equal(["2"], CandidateVerbs.Enroll(record, Rncp, Camille with { BlockAccess = ["2"] }).Now().BlockAccess!);
        Assert.Null(CandidateVerbs.Enroll(record, Rncp, Camille).Now().BlockAccess);
    }

    [Fact]
    public void To_have_been_on_a_jurys_list_fixes_the_route_and_a_mistake_in_the_roster_is_said_first()
    {
        var appeared = New() with { Appearances = [new Appearance("final", "2020-2021", Noon, Presence.Absent, null)] };
        Assert.Equal(AwardRefusals.RouteFixedByResults("initial"), CandidateVerbs.Enroll(appeared, Rncp, Camille with { Route = "vae" }).Refusal);
        Assert.Equal(AwardRefusals.NameRequired(), CandidateVerbs.Enroll(appeared, Rncp, Camille with { Route = "vae", Identity = Camille.Identity with { LastName = "" } }).Refusal);
    }
}
