using System.Collections.Immutable;
using System.Text.Json;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.Sessions;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Convening
{
    private static readonly ImmutableList<Appointment> Appointed = Final("camille").Appointments;

    [Fact]
    public void A_regular_panel_is_invited_and_everybodys_time_is_held()
    {
        var convened = SittingVerbs.Convene(null, Final("camille", "sam"), Rncp, Noon.AddDays(-20));
        Assert.Null(convened.Refusal);
        Assert.Equal(1, convened.Effects.Count(e => e is SendConvocation));
        Assert.Equal(["camille", "sam"], convened.Effects.OfType<ConveneCandidate>().Select(e => e.Candidate));
        Assert.Equal(["paul", "rose", "dora", "toni", "mona", "camille", "sam", "room@example.org"], convened.Effects.OfType<HoldTime>().Select(e => e.Holder));
        Assert.Equal([new OfferOpening("sitting", "paul") { NotBefore = Noon - SittingVerbs.OpeningLead }], convened.Effects.OfType<OfferOpening>());
    }

    [Fact]
    public void An_irregular_panel_is_refused_with_the_rules_it_breaks()
    {
        var sitting = Final("camille");
        var refusal = SittingVerbs.Convene(null, sitting with { Panel = sitting.Panel.RemoveAt(1) }, Rncp, Noon).Refusal!;
        Assert.Equal("PanelIrregular", refusal.Rule);
        Assert.Contains(refusal.Details, d => d.Rule == "Finding.CollegeParity");
        Assert.Contains(refusal.Details, d => d.Rule == "Finding.RoleMissing");
    }

    [Fact]
    public void A_president_whom_the_director_did_not_appoint_is_refused()
    {
        var refusal = SittingVerbs.Convene(null, Final("camille") with { Appointments = [] }, Rncp, Noon).Refusal!;
        Assert.Contains(refusal.Details, d => d.Rule == "Finding.AppointmentRequired");
    }

    [Fact]
    public void A_sitting_keeps_the_rules_it_was_convened_under()
    {
        var strict = Rncp.With(intermediateMinimum: 3) with { Ruleset = Rncp.Ruleset with { Id = "RNCP31168@2027", MinExternalPercent = 50 } };
        var final = Stored(SittingVerbs.Convene(null, Final("camille"), Rncp, Noon).State!);
        Assert.Equal((Rncp.Ruleset.Id, 40), (final.Ruleset!.Id, final.Ruleset.MinExternalPercent));
        Assert.Null(SittingVerbs.Open(final, "paul", final.Panel.Select(m => m.Person).ToHashSet(), strict, Noon).Refusal);
        Assert.Equal("PanelIrregular", SittingVerbs.Convene(null, Final("camille"), strict, Noon).Refusal!.Rule);

        var intermediate = Stored(SittingVerbs.Convene(null, Intermediate("camille"), Rncp, Noon).State!);
        Assert.Empty(SittingVerbs.Findings(intermediate, intermediate.Seated(intermediate.Panel), strict));
        Assert.NotEmpty(SittingVerbs.Findings(Intermediate("camille"), intermediate.Seated(intermediate.Panel), strict));

        static Sitting Stored(Sitting sitting) => JsonSerializer.Deserialize<Sitting>(JsonSerializer.Serialize(sitting, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;
    }

    [Fact]
    public void Convening_again_changes_nothing()
    {
        var sitting = SittingVerbs.Convene(null, Final("camille"), Rncp, Noon).State!;
        var again = SittingVerbs.Convene(sitting, Final("sam"), Rncp, Noon);
        Assert.Same(sitting, again.State);
        Assert.Empty(again.Effects);
    }

    [Fact]
    public void Answers_are_taken_and_looked_for_again_sooner_while_some_are_missing()
    {
        var sitting = Final("camille");
        var taken = SittingVerbs.TakeAnswers(sitting, new Dictionary<string, InvitationResponse> { ["rose@example.org"] = InvitationResponse.Declined }, Noon.AddDays(-10), lookAgain: true);
        Assert.Equal(InvitationResponse.Declined, taken.State!.Member("rose")!.Response);
        Assert.Equal(Noon.AddDays(-10) + SittingVerbs.AnswersEvery, taken.Effects.OfType<ReadAnswers>().Single().NotBefore);

        var all = sitting.Panel.ToDictionary(m => m.Mail, _ => InvitationResponse.Accepted);
        var complete = SittingVerbs.TakeAnswers(sitting, all, Noon.AddDays(-10), lookAgain: true);
        Assert.Equal(Noon.AddDays(-10) + SittingVerbs.AnswersDaily, complete.Effects.OfType<ReadAnswers>().Single().NotBefore);
        Assert.Empty(SittingVerbs.TakeAnswers(complete.State!, all, Noon.AddDays(-9), lookAgain: false).Effects);
    }

    [Fact]
    public void A_substitute_takes_the_seat_and_only_the_two_and_the_event_change()
    {
        var replaced = SittingVerbs.Replace(Final("camille"), "toni", Seat("tess", ""), Appointed, Rncp, "coordinator", Noon.AddDays(-5));
        Assert.Equal("trainer", replaced.State!.Member("tess")!.Role);
        Assert.Null(replaced.State.Member("toni"));
        Assert.Equal(new Replacement("toni", "toni", "trainer", "coordinator", "tess", Noon.AddDays(-5)), replaced.State.Replacements.Single());
        Assert.Equal(["UpdateConvocation", "ReleaseTime", "HoldTime", "ReadAnswers", "GatherDeclarations", "ProjectSitting", "WatchSitting"], replaced.Effects.Select(e => e.GetType().Name));

        var again = SittingVerbs.Replace(replaced.State, "toni", Seat("tess", ""), Appointed, Rncp, "coordinator", Noon);
        Assert.Same(replaced.State, again.State);
    }

    public static TheoryData<string, string, string> WrongSubstitutes => new()
    {
        { "paul", "zoe", "NotAppointed" },
        { "rose", "toni", "AlreadyOnPanel" },
        { "nobody", "zoe", "NotOnPanel" },
        { "rose", "zoe", "PanelIrregular" },
    };

    [Theory]
    [MemberData(nameof(WrongSubstitutes))]
    public void A_substitute_is_refused_by_its_rule(string leaving, string substitute, string rule) =>
        Assert.Equal(rule, SittingVerbs.Replace(Final("camille"), leaving, Seat(substitute, ""), Appointed, Rncp, "coordinator", Noon.AddDays(-5)).Refusal!.Rule);

    [Fact]
    public void A_president_may_be_replaced_by_someone_appointed_beforehand() =>
        Assert.Null(SittingVerbs.Replace(Final("camille"), "paul", Seat("pia", "", College.Employer, external: true), Appointed, Rncp, "coordinator", Noon.AddDays(-5)).Refusal);

    [Theory]
    [InlineData(-5 * 24 * 60)]
    [InlineData(-10)]
    public void Who_takes_the_chairs_seat_is_offered_the_opening_even_shortly_before_it(int minutes)
    {
        var replaced = SittingVerbs.Replace(
            Final("camille"), "paul", Seat("pia", "", College.Employer, external: true), Appointed, Rncp, "coordinator", Noon.AddMinutes(minutes));
        Assert.Equal([new OfferOpening("sitting", "pia") { NotBefore = Noon - SittingVerbs.OpeningLead }], replaced.Effects.OfType<OfferOpening>());
    }

    [Fact]
    public void An_appointment_made_after_the_convening_counts()
    {
        var zoe = Seat("zoe", "", College.Employer, external: true);
        var replaced = SittingVerbs.Replace(
            Final("camille"), "paul", zoe, Appointed.Add(new Appointment("zoe", "zoe", "director", Noon.AddDays(-6))), Rncp, "coordinator", Noon.AddDays(-5)).State!;
        Assert.Empty(SittingVerbs.Findings(replaced, replaced.Seated(replaced.Panel), Rncp));
        Assert.Null(SittingVerbs.Open(replaced, "zoe", replaced.Panel.Select(m => m.Person).ToHashSet(), Rncp, Noon).Refusal);
    }

    [Fact]
    public void Once_open_the_panel_is_frozen() =>
        Assert.Equal("PanelFrozen", SittingVerbs.Replace(Final("camille").Opened(), "toni", Seat("tess", ""), Appointed, Rncp, "coordinator", Noon).Refusal!.Rule);
}
