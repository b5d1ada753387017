using JuryBot.Calendars;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Features.Sessions;
using NodaTime;

namespace JuryBot.Tests.Features.Sessions;

/// <summary>A group as the planner is asked for it: one exam of all its members.</summary>
public sealed class PlanDraftTests
{
    private static readonly Certification Certification = Certification.Rncp31168;
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly LocalRange Ill = new(new DateTime(2026, 10, 12, 9, 0, 0), new DateTime(2026, 10, 12, 10, 0, 0));

    private static readonly Session Session = new()
    {
        Id = "session", Certification = Certification.Id, SynthesisBlock = "3", Promotion = "2027", Kind = JuryKind.Intermediate, Block = "4",
        Window = new(new(2026, 10, 12), new(2026, 10, 14), new(9, 0), new(18, 0)), Candidates = ["zoe", "camille", "sam", "alex"], Rooms = ["room@example.org"],
        ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = default, Groups = [new("Nord", ["camille", "sam", "alex"])],
    };

    private static readonly Domain.People.Person[] Jurors = [Juror("cleo"), Juror("prof"), Juror("toni", new Link("sam", LinkKind.Business))];

    [Fact]
    public void A_group_is_one_exam_as_long_as_its_members_together_when_all_are_free_before_who_may_judge_each_of_them()
    {
        var problem = Draft(UnderWay.Nothing(Paris)).ToProblem();
        Assert.Equal([["zoe"], ["camille", "sam", "alex"]], problem.Exams.Select(exam => exam.Candidates));
        Assert.Equal([30, 30 + 40 + 30], problem.Exams.Select(exam => exam.DurationMinutes));
        Assert.Equal([[], [Ill]], problem.Exams.Select(exam => exam.Unavailable));
        Assert.All(problem.Exams[0].Roles, role => Assert.Contains("toni", role.Eligible));
        Assert.All(problem.Exams[1].Roles, role => Assert.Equal(["cleo", "prof"], role.Eligible));

        var plan = new Plan(PlanStatus.Optimal, 2, 2, 0, [], [.. problem.Exams.Select((exam, i) => new PlannedExam(exam.Id, new DateTime(2026, 10, 12, 9 + i, 0, 0), "room@example.org", exam.Roles.Select((role, k) => (role.Role, exam.Roles[k].Eligible[k])).ToDictionary()))], []);
        Assert.Empty(PlanChecker.Check(problem, plan));
        var read = Draft(UnderWay.Nothing(Paris)).Read(problem, plan, refusal => refusal.Rule);
        Assert.Equal((4, 4), (read.Bound, read.Scheduled));
        var heard = Assert.Single(read.Sittings);
        Assert.Equal([null, "Nord", "Nord", "Nord"], heard.Candidates.Select(c => c.Group));
        Assert.All(heard.Candidates.Skip(1), c => Assert.Equal((heard.Candidates[1].Start, TimeSpan.FromMinutes(100)), (c.Start, c.End - c.Start)));
        Assert.Equal(heard.Candidates[1].End, heard.End);
    }

    [Fact]
    public void A_convened_group_keeps_its_slot_a_new_member_lengthens_it_and_one_who_missed_it_comes_alone()
    {
        Assert.Equal([("group Nord", 3, 75)], Units(Convened("camille", "sam", "alex")));
        Assert.Equal([("group Nord", 3, 100)], Units(Convened("camille", "sam")));
        Assert.Equal([("group Nord", 2, 75), ("missed Nord", 1, 30)], Units(Convened("camille", "sam") with { Missed = new HashSet<(string, string)> { ("alex", "Nord") } }));
        Assert.Equal(2, Units(Convened("camille", "sam") with { Begun = new HashSet<string> { "session-000" } }).Count());

        Assert.Equal([("zoe", 30), ("camille", 30), ("sam", 40), ("alex", 30)], PlanUnit.Of(Session with { Groups = [] }, Candidates, Convened("camille", "sam", "alex")).Select(unit => (unit.Id, unit.Minutes(Session))));

        static IEnumerable<(string, int, int)> Units(UnderWay underWay) =>
            PlanUnit.Of(Session, Candidates, underWay).Where(unit => unit.Group is not null).Select(unit => (unit.Id, unit.Members.Count, unit.Minutes(Session)));
    }

    private static CandidateRecord[] Candidates => [.. Session.Candidates.Select(c => CandidateVerbs.Enroll(null, Certification, new Enrolment(
        c, new CandidateIdentity { FirstName = c, LastName = "Exemple", Mail = $"{c}@example.org", ExtraTime = c == "sam" }, "initial", "2019", new DateOnly(2018, 9, 15))).State!)];

    private static PlanDraft Draft(UnderWay underWay) => new(
        Session, Certification, Candidates, Jurors, [new MeetingRoom("room@example.org", "Salle", "Paris")],
        Session.Candidates.Concat(Jurors.Select(j => j.Id)).Append("room@example.org").ToDictionary(id => id, id => (IReadOnlyList<LocalRange>?)(id == "alex" ? [Ill] : [])), underWay) { Language = "fr" };

    private static UnderWay Convened(params string[] members) => new(
        [
            new Sitting
            {
                Id = "session-000", Session = "session", Index = 0, Certification = Certification.Id, Promotion = "2027", SynthesisBlock = "3", Kind = JuryKind.Intermediate, Block = "4",
                Start = Start, End = Start.AddMinutes(75), Room = "room@example.org", RoomName = "Salle", Coordinator = "coordinator", Panel = [],
                Exams = [.. members.Select(m => new Exam { Candidate = m, Name = m, Route = "initial", Start = Start, End = Start.AddMinutes(75), Group = "Nord" })],
            },
        ], new HashSet<string>(), DateTime.MinValue, Paris);

    private static DateTimeOffset Start => new(2026, 10, 12, 8, 0, 0, TimeSpan.Zero);

    private static Domain.People.Person Juror(string id, params Link[] links) => new()
    {
        Id = id, Name = id, Mail = $"{id}@example.org", Language = "fr", Links = [.. links], Juror = new JurorProfile(["professional"], null, true, null),
    };
}
