using System.Collections.Immutable;
using JuryBot.Domain.Exams;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Revising
{
    private static readonly DateTimeOffset Before = Noon.AddDays(-5);
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();
    private static readonly Sitting Convened = Answered(SittingVerbs.Convene(null, Final("camille", "sam"), Rncp, Noon.AddDays(-20)).State!);

    [Fact]
    public void A_new_time_asks_everybody_again_and_holds_it()
    {
        var revised = Revise(Convened, Same() with { Start = Noon.AddHours(2), End = Noon.AddHours(3), Exams = Later(2) });
        Assert.Null(revised.Refusal);
        Assert.Equal((Noon.AddHours(2), Noon.AddHours(3), 1, "r1"), (revised.State!.Start, revised.State.End, revised.State.PanelRevision, revised.State.Revision));
        Assert.All(revised.State.Panel, m => Assert.Equal(InvitationResponse.None, m.Response));
        Assert.Equal("event-camille", revised.State.Exam("camille")!.EventId);
        Assert.Equal(["paul", "rose", "dora", "toni", "mona", "camille", "sam", "room@example.org"], revised.Effects.OfType<HoldTime>().Select(e => e.Holder));
        Assert.Equal(["camille", "sam"], revised.Effects.OfType<ConveneCandidate>().Select(e => e.Candidate));
        Assert.Equal([new OfferOpening("sitting", "paul") { NotBefore = Noon.AddHours(2) - SittingVerbs.OpeningLead }], revised.Effects.OfType<OfferOpening>());
        Assert.Empty(revised.Effects.OfType<WithdrawCandidate>());
        Assert.Empty(revised.Effects.OfType<ReleaseTime>());
    }

    [Fact]
    public void Who_could_still_deposit_does_so_until_the_start_when_the_new_time_would_be_past_their_deadline()
    {
        var sooner = Noon.AddDays(-3);
        DateTimeOffset? Until(DateTimeOffset now) => Revise(Convened, Same() with { Start = sooner, End = sooner.AddHours(1) }, now: now).State!.DepositUntil;
        Assert.Equal(sooner, Until(Noon.AddDays(-8)));
        Assert.Equal(sooner.AddDays(-7), Until(Noon.AddDays(-11)));
        Assert.Equal(sooner.AddDays(-7), Until(Noon.AddDays(-6)));
    }

    [Fact]
    public void A_new_member_is_all_that_changes_and_answers_stand()
    {
        var wanted = Same();
        var revised = Revise(Convened, wanted with { Panel = [.. wanted.Panel.Select(m => m.Person == "toni" ? Seat("tess", "trainer") : m)] });
        Assert.Equal(["UpdateConvocation", "ReleaseTime", "HoldTime", "ReadAnswers", "GatherDeclarations", "ProjectSitting", "WatchSitting"], revised.Effects.Select(e => e.GetType().Name));
        Assert.Equal(InvitationResponse.Accepted, revised.State!.Member("rose")!.Response);
        Assert.Equal(InvitationResponse.None, revised.State.Member("tess")!.Response);
        Assert.Equal(new Replacement("toni", "toni", "trainer", "coordinator", "tess", Before), revised.State.Replacements.Single());
    }

    [Fact]
    public void Who_leaves_is_told_who_joins_is_convened_and_who_stays_hears_nothing()
    {
        var wanted = Same();
        var revised = Revise(Convened, wanted with { Exams = [wanted.Exams[0], Final("zoe").Exams[0] with { Start = wanted.Exams[1].Start, End = wanted.Exams[1].End }] }, new HashSet<string> { "sam" });
        Assert.Equal([new WithdrawCandidate("sitting", "sam", "event-sam", Elsewhere: true)], revised.Effects.OfType<WithdrawCandidate>());
        Assert.Equal([new ConveneCandidate("sitting", "zoe")], revised.Effects.OfType<ConveneCandidate>());
        Assert.Equal(["zoe"], revised.Effects.OfType<HoldTime>().Select(e => e.Holder));
        Assert.All(revised.State!.Panel, m => Assert.Equal(InvitationResponse.Accepted, m.Response));
    }

    [Fact]
    public void Another_room_is_told_to_candidates_too_and_the_old_one_let_go()
    {
        var revised = Revise(Convened, Same() with { Room = "other@example.org", RoomName = "Autre" });
        Assert.Equal(["camille", "sam"], revised.Effects.OfType<ConveneCandidate>().Select(e => e.Candidate));
        Assert.Equal([new ReleaseTime("room@example.org", "sitting")], revised.Effects.OfType<ReleaseTime>());
        Assert.Equal(["other@example.org"], revised.Effects.OfType<HoldTime>().Select(e => e.Holder));
    }

    [Fact]
    public void The_same_revision_again_changes_nothing()
    {
        var wanted = Same() with { Room = "other@example.org" };
        var revised = Revise(Convened, wanted).State!;
        var again = Revise(revised, wanted);
        Assert.Same(revised, again.State);
        Assert.Empty(again.Effects);

        var cancelled = SittingVerbs.Cancel(Convened, "r1", SittingSeen.Of(Convened), Nobody, Before).State!;
        Assert.Same(cancelled, SittingVerbs.Cancel(cancelled, "r1", SittingSeen.Of(Convened), Nobody, Before).State);
    }

    [Fact]
    public void What_has_begun_or_changed_since_is_refused()
    {
        var wanted = Same() with { Room = "other@example.org" };
        Assert.Equal("SittingBegun", Revise(Convened.Opened(), wanted).Refusal!.Rule);
        Assert.Equal("SittingBegun", Revise(Convened, wanted, now: Noon - SittingVerbs.OpeningLead).Refusal!.Rule);
        Assert.Equal("SittingChangedSince", Revise(Convened with { PanelRevision = 1 }, wanted).Refusal!.Rule);
        Assert.Equal("SittingChangedSince", Revise(Declined("rose"), wanted).Refusal!.Rule);
        Assert.Equal("RevisionPast", Revise(Convened, wanted with { Start = Before }).Refusal!.Rule);
        Assert.Equal("PanelIrregular", Revise(Convened, wanted with { Panel = [.. wanted.Panel.Where(m => m.Person != "rose")] }).Refusal!.Rule);
        Assert.Equal("SittingBegun", SittingVerbs.Cancel(Convened.Opened(), "r1", SittingSeen.Of(Convened), Nobody, Before).Refusal!.Rule);
        Assert.Equal("SittingChangedSince", SittingVerbs.Cancel(Declined("rose"), "r1", SittingSeen.Of(Convened), Nobody, Before).Refusal!.Rule);
    }

    [Fact]
    public void A_sitting_called_off_lets_everybody_go_and_is_never_opened()
    {
        var cancelled = SittingVerbs.Cancel(Convened, "r1", SittingSeen.Of(Convened), new HashSet<string> { "sam" }, Before);
        Assert.Equal(SittingState.Cancelled, cancelled.State!.State);
        Assert.Single(cancelled.Effects.OfType<CancelConvocation>());
        Assert.Equal([new("sitting", "camille", "event-camille", false), new("sitting", "sam", "event-sam", true)], cancelled.Effects.OfType<WithdrawCandidate>());
        Assert.Equal(["paul", "rose", "dora", "toni", "mona", "room@example.org"], cancelled.Effects.OfType<ReleaseTime>().Select(e => e.Holder));
        Assert.Empty(cancelled.State.Held());

        Assert.Equal("SittingCancelled", SittingVerbs.Open(cancelled.State, "paul", new HashSet<string> { "paul" }, Rncp, Noon).Refusal!.Rule);
        Assert.Equal("SittingCancelled", Revise(cancelled.State, Same() with { Revision = "r2" }).Refusal!.Rule);
        Assert.Equal("SittingCancelled", SittingVerbs.Replace(cancelled.State, "toni", Seat("tess", ""), Convened.Appointments, Rncp, "coordinator", Before).Refusal!.Rule);
    }

    private static Decision<Sitting> Revise(Sitting sitting, RevisedSitting wanted, IReadOnlySet<string>? elsewhere = null, DateTimeOffset? now = null) =>
        SittingVerbs.Revise(sitting, wanted, Convened.Appointments, elsewhere ?? Nobody, Rncp, "coordinator", now ?? Before);

    private static RevisedSitting Same() => new(
        "r1", SittingSeen.Of(Convened), Convened.Start, Convened.End, Convened.Room, Convened.RoomName, [.. Convened.Panel.Select(m => m with { Response = InvitationResponse.None })], Final("camille", "sam").Exams);

    private static ImmutableList<Exam> Later(int hours) => Final("camille", "sam").Exams.ConvertAll(e => e with { Start = e.Start.AddHours(hours), End = e.End.AddHours(hours) });

    private static Sitting Declined(string person) => Convened with { Panel = Convened.Panel.ConvertAll(m => m.Person == person ? m with { Response = InvitationResponse.Declined } : m) };

    private static Sitting Answered(Sitting sitting) => sitting with
    {
        Panel = sitting.Panel.ConvertAll(m => m with { Response = InvitationResponse.Accepted }),
        Exams = sitting.Exams.ConvertAll(e => e with { EventId = $"event-{e.Candidate}" }),
    };
}
