using System.Collections.Immutable;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Tests.Exams;

namespace JuryBot.Domain.Tests.Deposits;

public sealed class Depositing
{
    private const string Camille = "camille";
    private static readonly Certification Rncp = Certification.Rncp31168;
    private static readonly Sitting Half = Sample.Intermediate(Camille, "carole");
    private static readonly DateTimeOffset Last = Half.Start.AddDays(-7);

    [Fact]
    public void Each_deposit_is_the_next_version_and_the_same_files_again_change_nothing()
    {
        var one = Add(null, Half, File("a")).State!;
        var two = Add(one, Half, File("b")).State!;
        Assert.Same(two, Add(two, Half, File("b")).State);
        var three = Add(two, Half, File("a")).State!;
        Assert.Equal([1, 2, 3], three.Deposits.Select(d => d.Version));
        Assert.All(three.Deposits, d => Assert.Equal((DepositKind.Deliverables, "1", Camille, null), (d.Kind, d.Block, d.By, d.Reason)));
        Assert.Equal(three.Deposits, three.Before(Half, Half.Exams[0], null, Rncp));
        Assert.Equal("DepositFiles", Add(three, Half, []).Refusal!.Rule);
        Assert.Equal("DepositFiles", Add(three, Half, [.. Enumerable.Range(0, 11).SelectMany(i => File($"{i}"))]).Refusal!.Rule);
        var full = Enumerable.Range(0, DepositVerbs.MostVersions - 3).Aggregate(three, (known, i) => Add(known, Half, File($"v{i}")).State!);
        Assert.Equal(DepositVerbs.MostVersions, full.Deposits[^1].Version);
        Assert.Equal("DepositVersions", Add(full, Half, File("one more")).Refusal!.Rule);
    }

    [Fact]
    public void A_candidate_deposits_up_to_the_deadline_and_the_coordination_after_it_with_a_reason()
    {
        Assert.Null(Add(null, Half, File("a"), at: Last).Refusal);
        Assert.Equal(new Refusal("DepositLate", Last), Add(null, Half, File("a"), at: Last.AddTicks(1)).Refusal);
        Assert.Equal("ReasonMissing", Add(null, Half, File("a"), "coordinator", " ", Last.AddDays(1)).Refusal!.Rule);
        var late = Add(null, Half, File("a"), "coordinator", " Panne du réseau. ", Last.AddDays(1)).State!.Deposits[0];
        Assert.Equal(("coordinator", "Panne du réseau."), (late.By, late.Reason));
    }

    [Fact]
    public void A_deadline_goes_by_days_or_is_a_moment_and_is_never_after_the_start()
    {
        Assert.Equal(Last, DepositTerm.Usual.Of(Half.Start));
        Assert.Equal(Half.Start, new DepositTerm().Of(Half.Start));
        Assert.Equal(Last.AddHours(5), new DepositTerm { DaysBefore = 7, Until = Last.AddHours(5) }.Of(Half.Start));
        Assert.Equal(Half.Start, new DepositTerm { Until = Half.Start.AddDays(1) }.Of(Half.Start));

        // Convened when it is over already, candidates deposit until the start.
        Assert.Equal(Last, SittingVerbs.Convene(null, Half, Rncp, Last.AddTicks(-1)).State!.DepositUntil);
        Assert.Equal(Half.Start, SittingVerbs.Convene(null, Half, Rncp, Last).State!.DepositUntil);
        Assert.Null(SittingVerbs.Convene(null, Half with { Deposits = null }, Rncp, Last).State!.DepositUntil);
    }

    [Theory]
    [InlineData("NotYours")]
    [InlineData("SittingCancelled")]
    [InlineData("ExamNotHeld")]
    [InlineData("AlreadyDecided")]
    [InlineData("DepositsNotTaken")]
    public void Nothing_is_deposited_for_what_is_cancelled_not_held_decided_or_takes_nothing(string rule)
    {
        var sitting = rule switch
        {
            "NotYours" => Half with { Exams = Half.Exams.RemoveAt(0) },
            "SittingCancelled" => Half with { State = SittingState.Cancelled },
            "ExamNotHeld" => Half.With(Half.Exams[0] with { State = ExamState.NotHeld }),
            "AlreadyDecided" => Half.With(Half.Exams[0] with { State = ExamState.Decided }),
            _ => Half with { Deposits = null },
        };
        Assert.Equal(rule, DepositVerbs.WhyNotDeposit(sitting, Camille, Camille, null, Last)?.Rule);
        Assert.Equal(rule, DepositVerbs.WhyNotDeposit(sitting, Camille, "coordinator", "Motif.", Last)?.Rule);
    }

    [Fact]
    public void What_is_deposited_is_a_dossier_a_livret_2_or_deliverables()
    {
        var final = Sample.Final(Camille);
        Assert.Equal(DepositKind.Dossier, DepositVerbs.KindOf(final, final.Exams[0], Rncp));
        Assert.Equal(DepositKind.Livret2, DepositVerbs.KindOf(final, final.Exams[0] with { Route = "vae" }, Rncp));
        Assert.Equal(DepositKind.Deliverables, DepositVerbs.KindOf(Half, Half.Exams[0] with { Route = "vae" }, Rncp));
        var both = Add(Add(null, Half, File("block")).State, final, File("dossier")).State!;
        Assert.Equal(["block"], Names(both.Before(Half, Half.Exams[0], null, Rncp)));
        Assert.Equal(["dossier"], Names(both.Before(final, final.Exams[0], null, Rncp)));
        Assert.Empty(both.Before(Half with { Block = "2" }, Half.Exams[0], null, Rncp));
    }

    [Fact]
    public void A_deposit_follows_who_is_postponed_or_planned_anew_until_a_jury_decides_on_it()
    {
        var first = Add(null, Half, File("first")).State!;
        var second = Half with { Id = "second", Session = "other", Start = Half.Start.AddDays(30) };
        var postponed = Sample.Record();
        Assert.Equal(["first"], Names(first.Before(second, second.Exams[0], postponed, Rncp)));
        var again = Add(first, second, File("second"), at: Last.AddDays(1)).State!;
        Assert.Equal(2, again.Deposits[^1].Version);

        // Decided by the second: it keeps what it read, and the third starts anew.
        var decidedAt = second.Start.AddHours(1);
        var decided = second.With(second.Exams[0] with { State = ExamState.Decided, Deliberation = new() { OpenedAt = decidedAt, OpenedBy = "cleo", DecidedAt = decidedAt } });
        var result = new BlockResult("1", JuryKind.Intermediate, "second", BlockOutcome.Favourable, decidedAt, null);
        var record = postponed with { Results = [result] };
        var third = second with { Id = "third", Start = second.Start.AddYears(1) };
        Assert.Equal(["first", "second"], Names(again.Before(decided, decided.Exams[0], record, Rncp)));
        Assert.Empty(again.Before(third, third.Exams[0], record, Rncp));
        var anew = Add(again, third, File("third"), at: decidedAt.AddDays(60), record: record).State!;
        Assert.Equal(1, anew.Deposits[^1].Version);
        Assert.Equal(["first", "second"], Names(anew.Before(decided, decided.Exams[0], record, Rncp)));

        // A result of another block says nothing; an annulled one counts for none.
        Assert.Equal(["first", "second"], Names(again.Before(third, third.Exams[0], postponed with { Results = [result with { Block = "2" }] }, Rncp)));
        Assert.Equal(["first", "second"], Names(again.Before(third, third.Exams[0], postponed with { Results = [result with { Annulled = new Annulment("director", decidedAt, "Erreur.") }] }, Rncp)));
    }

    [Fact]
    public void A_groups_deliverable_is_one_and_every_members()
    {
        var sitting = Grouped("Nord", "carole");
        Assert.Equal(["groups-session", "groups-session", "zoe"], sitting.Exams.Select(exam => DepositVerbs.KeptBy(sitting, exam)));
        var one = Share(null, sitting, Camille, "a");
        var two = Share(one, sitting, "carole", "b");
        Assert.Equal([(1, Camille), (2, "carole")], two.Deposits.Select(d => (d.Version, d.By)));
        Assert.Equal(("Nord", Camille), (two.Deposits[0].Shared!.Group, two.Deposits[0].Shared!.Candidate));
        Assert.Same(two, Share(two, sitting, Camille, "b"));
        Assert.All(sitting.Exams.Take(2), exam => Assert.Equal(["a", "b"], Names(two.Before(sitting, exam, null, Rncp))));
        Assert.Empty(two.Before(sitting, sitting.Exams[2], null, Rncp));

        // Of another group, block or session nothing; each group has its own versions.
        var south = Grouped("Sud", "zoe");
        Assert.Empty(two.Before(south, south.Exams[2], null, Rncp));
        Assert.Equal(1, Share(two, south, "zoe", "b").Deposits[^1].Version);
        Assert.Empty(two.Before(sitting with { Block = "2" }, sitting.Exams[0], null, Rncp));
        Assert.Empty(two.Before(sitting with { Session = "other" }, sitting.Exams[0], null, Rncp));

        // Renamed, joined or dissolved by a revision, nothing is lost; who moves to another group takes nothing along.
        var renamed = Grouped("Est", "carole");
        Assert.Equal(["a", "b"], Names(two.Before(renamed, renamed.Exams[0], null, Rncp)));
        var joined = Grouped("Nord", "carole", "zoe");
        Assert.Equal(["a", "b"], Names(two.Before(joined, joined.Exams[2], null, Rncp)));
        var dissolved = sitting with { Exams = sitting.Exams.ConvertAll(exam => exam with { Group = null }) };
        Assert.Equal([2, 2, 0], dissolved.Exams.Select(exam => two.Before(dissolved, exam, null, Rncp).Count));
        var moved = sitting.With(sitting.Exams[1] with { Group = "Sud" });
        Assert.Empty(two.Before(moved, moved.Exams[1], null, Rncp));

        // Renumbered by a revision, each group keeps what its members deposited.
        var others = Share(two, sitting.With(sitting.Exams[2] with { Group = "Sud" }), "zoe", "c");
        var swapped = sitting with { Exams = [sitting.Exams[0] with { Group = "Sud" }, sitting.Exams[1] with { Group = "Sud" }, sitting.Exams[2] with { Group = "Nord" }] };
        Assert.Equal(["a", "b"], Names(others.Before(swapped, swapped.Exams[0], null, Rncp)));
        Assert.Equal(["c"], Names(others.Before(swapped, swapped.Exams[2], null, Rncp)));

        // Who is heard later deposits for their own jury, and not for the one whose deadline is over.
        var later = sitting with { Id = "later", Start = sitting.Start.AddDays(9) };
        var three = DepositVerbs.Add(two, later, "carole", null, File("c"), "carole", null, Rncp, Last.AddDays(2)).State!;
        Assert.Equal(["a", "b", "c"], Names(three.Before(later, later.Exams[1], null, Rncp)));
        Assert.Equal(["a", "b"], Names(three.Before(sitting, sitting.Exams[0], null, Rncp)));
    }

    [Fact]
    public void A_groups_deliverable_is_forgotten_with_the_last_of_its_members_and_reasons_with_whom_they_speak_of()
    {
        var sitting = Grouped("Nord", "carole");
        var kept = DepositVerbs.Add(Share(null, sitting, Camille, "a"), sitting, "carole", null, File("b"), "coordinator", "Carole est malade.", Rncp, Last.AddDays(1)).State!;
        CandidateGroup[] groups = [new("Nord", [Camille, "carole", "late"])];
        Assert.Same(kept, DepositVerbs.EraseMembers(kept, groups, new HashSet<string> { Camille }).State);
        var without = DepositVerbs.EraseMembers(kept, groups, new HashSet<string> { Camille, "carole" }).State!;
        Assert.Equal([null, Erasure.Name], without.Deposits.Select(d => d.Reason));
        Assert.Same(without, DepositVerbs.EraseMembers(without, groups, new HashSet<string> { Camille, "carole" }).State);
        Assert.Empty(DepositVerbs.EraseMembers(without, groups, new HashSet<string> { Camille, "carole", "late" }).State!.Deposits);
        Assert.Empty(DepositVerbs.EraseMembers(without, [], new HashSet<string> { Camille, "carole" }).State!.Deposits);
    }

    [Fact]
    public void Who_judges_the_candidate_now_reads_and_nobody_else()
    {
        var exam = Half.Exams[0];
        Assert.Null(DepositVerbs.WhyNotRead(Half, exam, "prof"));
        Assert.Equal("NotOnPanel", DepositVerbs.WhyNotRead(Half, exam, "carole")!.Rule);
        Assert.Equal("NotOnPanel", DepositVerbs.WhyNotRead(Half, exam, "coordinator")!.Rule);
        Assert.Equal("Recused", DepositVerbs.WhyNotRead(Half, exam with { Recusals = [new("prof", "Lien.", Last)] }, "prof")!.Rule);
        Assert.Equal("NotSeated", DepositVerbs.WhyNotRead(Half, exam with { Away = [new("prof", AwayKind.Left, "cleo", null, Last)] }, "prof")!.Rule);
        Assert.Equal("WasAbsent", DepositVerbs.WhyNotRead(Half with { Panel = Half.Panel.ConvertAll(m => m with { Present = m.Person != "prof" }) }, exam, "prof")!.Rule);
        Assert.Equal("ExamNotHeld", DepositVerbs.WhyNotRead(Half, exam with { State = ExamState.NotHeld }, "prof")!.Rule);
        Assert.Equal("SittingCancelled", DepositVerbs.WhyNotRead(Half with { State = SittingState.Cancelled }, exam, "prof")!.Rule);
        Assert.IsType<SendDepositLink>(Assert.Single(DepositVerbs.SendLink(Half, "prof").Effects));
        Assert.IsType<SendDepositLink>(Assert.Single(DepositVerbs.SendLink(Half, Camille).Effects));
        Assert.Equal("NotYours", DepositVerbs.SendLink(Half, "somebody").Refusal!.Rule);
    }

    [Fact]
    public void What_was_deposited_is_forgotten_by_session_or_whole()
    {
        var both = Add(Add(null, Half, File("a")).State, Half with { Session = "other" }, File("b")).State!;
        Assert.Equal(["b"], Names(DepositVerbs.Forget(both, "session").State!.Deposits));
        Assert.Same(both, DepositVerbs.Forget(both, "none").State);
        Assert.Empty(DepositVerbs.Erase(both).State!.Deposits);

        // Some at once, since each is a row; what stays keeps its place.
        var many = both with { Deposits = [.. Enumerable.Range(1, 2 * DepositVerbs.AtOnce).Select(n => both.Deposits[0] with { Number = n })] };
        var half = DepositVerbs.Forget(many, "session").State!;
        Assert.Equal(Enumerable.Range(DepositVerbs.AtOnce + 1, DepositVerbs.AtOnce), half.Deposits.Select(d => d.Number));
        Assert.Equal((2 * DepositVerbs.AtOnce) + 1, Add(half, Half with { Block = "2" }, File("c")).State!.Deposits[^1].Number);
        Assert.Empty(DepositVerbs.Erase(DepositVerbs.Erase(many).State!).State!.Deposits);
    }

    [Fact]
    public void The_jury_of_another_certification_sees_nothing_of_what_was_deposited_for_one_before()
    {
        var before = Add(null, Half with { Certification = "other" }, File("before")).State!;
        Assert.Empty(before.Before(Half, Half.Exams[0], Sample.Record(), Rncp));
        var both = Add(before, Half, File("now")).State!;
        Assert.Equal([(1, 1), (2, 1)], both.Deposits.Select(d => (d.Number, d.Version)));
        Assert.Equal(["now"], Names(both.Before(Half, Half.Exams[0], Sample.Record(), Rncp)));

        // What the jury decided under this certification counts, even when the candidate has enrolled under another since.
        var decided = Sample.Record() with { Results = [new BlockResult("1", JuryKind.Intermediate, "earlier", BlockOutcome.Favourable, Last, null)] };
        Assert.Empty(both.Before(Half, Half.Exams[0], Sample.Record() with { Certification = "other", Earlier = [decided] }, Rncp));
    }

    [Fact]
    public void A_candidate_does_not_learn_from_the_closed_door_that_their_jury_has_decided()
    {
        var decided = Half.With(Half.Exams[0] with { State = ExamState.Decided });
        Assert.Equal("DepositLate", DepositVerbs.WhyNotDeposit(decided, Camille, Camille, null, Last.AddTicks(1))!.Rule);
        Assert.Equal("AlreadyDecided", DepositVerbs.WhyNotDeposit(decided, Camille, "coordinator", "Motif.", Last.AddTicks(1))!.Rule);
    }

    [Theory]
    [InlineData("Dossier final.PDF", "Dossier final.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\me\mémoire.docx", "mémoire.docx")]
    [InlineData("a\u0000b\r\nContent-Type: text.pdf", "abContent-Type_ text.pdf")]
    [InlineData("photo\u202Efdp.exe", "photofdp.exe")]
    [InlineData("in\u200Bvi\uFEFFsible\u2066.pdf", "invisible.pdf")]
    [InlineData("<script>alert(\"1\")</script>.pdf", "script_.pdf")]
    [InlineData("a\"; filename=\"b.exe\".pdf", "a__ filename=_b.exe_.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("lpt1.tar.pdf", "_lpt1.tar.pdf")]
    [InlineData("  .. .pdf", "document.pdf")]
    [InlineData("", "document")]
    [InlineData(null, "document")]
    [InlineData("..", "document")]
    [InlineData("name.pdf. ", "name.pdf")]
    [InlineData("e\u0301te\u0301.pdf", "été.pdf")]
    [InlineData("a\u037Eb.pdf", "a_b.pdf")]
    public void A_file_name_is_made_safe(string? given, string safe)
    {
        Assert.Equal(safe, FileNames.Safe(given));
        Assert.Equal(safe, FileNames.Safe(safe));
    }

    [Fact]
    public void A_broken_letter_of_a_file_name_is_replaced() => Assert.Equal("_x.pdf", FileNames.Safe("\ud800x.pdf"));

    [Fact]
    public void A_long_file_name_keeps_its_extension_and_its_whole_letters()
    {
        foreach (var letter in new[] { "a", "é", "😀", "漢" })
        {
            var name = FileNames.Safe(string.Concat(Enumerable.Repeat(letter, 400)) + ".pdf");
            Assert.InRange(name.Length, FileNames.Longest - 1, FileNames.Longest);
            Assert.EndsWith($"{letter}.pdf", name, StringComparison.Ordinal);
        }
    }

    private static Decision<CandidateDeposits> Add(
        CandidateDeposits? known, Sitting sitting, ImmutableList<DepositedFile> files, string by = Camille, string? reason = null, DateTimeOffset? at = null, CandidateRecord? record = null) =>
        DepositVerbs.Add(known, sitting, Camille, record, files, by, reason, Rncp, at ?? Last.AddDays(-1).AddMinutes(known?.Deposits.Count ?? 0));

    // Camille with others, of Camille, Carole and Zoé.
    private static Sitting Grouped(string group, params string[] others)
    {
        var sitting = Sample.Intermediate(Camille, "carole", "zoe");
        return sitting with { Exams = sitting.Exams.ConvertAll(exam => exam.Candidate == Camille || others.Contains(exam.Candidate) ? exam with { Group = group } : exam) };
    }

    private static CandidateDeposits Share(CandidateDeposits? known, Sitting sitting, string candidate, string file) =>
        DepositVerbs.Add(known, sitting, candidate, null, File(file), candidate, null, Rncp, Last.AddDays(-1).AddMinutes(known?.Deposits.Count ?? 0)).State!;

    private static ImmutableList<DepositedFile> File(string name) => [new DepositedFile(name, "application/pdf", 1, name)];

    private static IEnumerable<string> Names(IEnumerable<Deposit> deposits) => deposits.Select(d => d.Files[0].Name);
}
