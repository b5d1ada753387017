using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using static JuryBot.Domain.Tests.Exams.Sample;
using Sample = JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Sessions;

/// <summary>What jurors declare of their independence, how long it stands, and what it does.</summary>
public sealed class Declaring
{
    private static readonly DateTimeOffset Now = Noon.AddDays(-10);

    private static readonly Session Fresh = new()
    {
        Id = "session", Certification = Rncp.Id, SynthesisBlock = "3", Promotion = "2019", Kind = JuryKind.Final, Window = new(new(2019, 6, 12), new(2019, 6, 12), new(9, 0), new(18, 0)),
        Candidates = ["camille", "sam"], Rooms = ["r"], ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "k", CreatedAt = Now,
    };

    private static readonly Sitting Two = WithRoutes(Sample.Final("camille", "sam"), ("sam", "vae"));
    private static readonly IReadOnlyList<Owed> Toni = Owed.Of("toni", [Two], _ => Rncp);

    [Fact]
    public void A_juror_declares_of_the_candidates_of_their_own_sittings_that_are_not_over()
    {
        var elsewhere = Sample.Final("alex") with { Id = "elsewhere", Panel = Two.Panel.RemoveAll(m => m.Person == "toni") };
        var over = Sample.Final("lou") with { Id = "over", State = SittingState.Closed };
        var again = Sample.Final("camille", "kim") with { Id = "again", Start = Noon.AddDays(1) };
        Assert.Equal(["camille", "sam", "kim"], Owed.Of("toni", [again, Two, elsewhere, over], _ => Rncp).Select(o => o.Candidate));
        Assert.Empty(Owed.Of("camille", [Two], _ => Rncp));
        Assert.DoesNotContain(LinkKind.PastPersonal, Toni[0].Kinds);
        Assert.Contains(LinkKind.PastPersonal, Toni[1].Kinds);
        Assert.Equal((LinkEffect.Institutional, LinkEffect.Blocking), (Toni[0].Effect(LinkKind.Trained), Toni[1].Effect(LinkKind.Trained)));
    }

    [Fact]
    public void Nothing_is_outstanding_of_who_is_judged_already_or_of_whom_the_juror_is_recused()
    {
        var camille = Two.Exams[0];
        foreach (var exam in new[] { camille with { State = ExamState.Decided }, camille with { Recusals = camille.Recusals.Add(new("toni", "Lien.", Now)) } })
        {
            var settled = Two.With(exam);
            Assert.Equal(["sam"], DeclarationVerbs.Outstanding(Fresh, "toni", Owed.Of("toni", [settled], _ => Rncp)).Select(o => o.Candidate));
            Assert.Equal(settled.Undeclared(settled.Member("toni")!).Select(e => e.Candidate), DeclarationVerbs.Outstanding(Fresh, "toni", Owed.Of("toni", [settled], _ => Rncp)).Select(o => o.Candidate));
            var again = Two with { Id = "again", Start = Two.Start.AddDays(1) };
            Assert.Equal(["camille", "sam"], DeclarationVerbs.Outstanding(Fresh, "toni", Owed.Of("toni", [settled, again], _ => Rncp)).Select(o => o.Candidate));
        }
    }

    [Fact]
    public void Each_signature_is_kept_the_last_one_counts_and_the_same_again_is_none()
    {
        var once = Sign(Fresh, Now, ("camille", "family", " Ma nièce. "), ("sam", "none", "Rien."));
        Assert.Equal([new SpreadDeclaration("session", "toni")], once.Effects);
        var signature = Assert.Single(once.State!.DeclarationOf("toni")!.Signed);
        Assert.Equal(("Toni", Now, "Je déclare."), (signature.Name, signature.At, signature.Text));
        Assert.Equal([new("camille", "camille", LinkKind.Family, "Ma nièce."), new("sam", "sam", null, null)], signature.Statements);

        Assert.Same(once.State, Sign(once.State!, Now.AddDays(1), ("sam", "none", null), ("camille", "family", "Ma nièce.")).State);
        var corrected = Sign(once.State!, Now.AddDays(1), ("camille", "none", null)).State!.DeclarationOf("toni")!;
        Assert.Equal([Now, Now.AddDays(1)], corrected.Signed.Select(s => s.At));
        Assert.Equal((LinkKind.Family, null), (corrected.Signed[0].Statements[0].Link, corrected.Of("camille")!.Link));
        Assert.NotNull(corrected.Of("sam"));
    }

    [Fact]
    public void Who_joins_later_leaves_it_incomplete_for_them_alone()
    {
        var signed = Sign(Fresh, Now, ("camille", "none", null), ("sam", "none", null)).State!;
        var joined = Owed.Of("toni", [Two with { Exams = Two.Exams.Add(Two.Exams[0] with { Candidate = "kim" }) }], _ => Rncp);
        Assert.Equal(["kim"], DeclarationVerbs.Outstanding(signed, "toni", joined).Select(o => o.Candidate));
        Assert.True(DeclarationVerbs.MustAsk(signed, "toni", always: false));
        var asked = DeclarationVerbs.Ask(signed, ["toni"], Now.AddDays(2));
        Assert.Equal([new AskDeclaration("session", "toni", 1)], asked.Effects);
        Assert.False(DeclarationVerbs.MustAsk(asked.State!, "toni", always: true));
        var complete = DeclarationVerbs.Sign(asked.State!, "toni", "Toni", "Je déclare.", joined, Entries(("kim", "none", null)), Now.AddDays(3)).State!;
        Assert.Empty(DeclarationVerbs.Outstanding(complete, "toni", joined));
        Assert.Equal(3, complete.DeclarationOf("toni")!.Signed[^1].Statements.Count);
        Assert.Equal((Now, Now.AddDays(3)), (complete.DeclarationOf("toni")!.SignedFor(["camille"]), complete.DeclarationOf("toni")!.SignedFor(["kim"])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_never_signed_nor_was_asked_is_asked_by_a_message_of_its_own_only_where_that_is_set(bool always) =>
        Assert.Equal(always, DeclarationVerbs.MustAsk(Fresh, "toni", always));

    [Theory]
    [InlineData("nobody", "none", "DeclarationChanged")]
    [InlineData("camille", "friend", "DeclarationUnreadable")]
    [InlineData("camille", "Family", "DeclarationUnreadable")]
    [InlineData("camille", "0", "DeclarationUnreadable")]
    [InlineData("camille", "pastPersonal", "DeclarationUnreadable")]
    [InlineData("sam", "pastPersonal", null)]
    [InlineData(null, null, "DeclarationEmpty")]
    public void What_is_wrong_is_refused_and_nothing_of_it_is_kept(string? candidate, string? link, string? rule)
    {
        var decision = candidate is null ? Sign(Fresh, Now) : Sign(Fresh, Now, ("camille", "none", null), (candidate, link!, null));
        Assert.Equal(rule, decision.Refusal?.Rule);
        Assert.Equal(rule is null, decision.State is not null);
    }

    [Fact]
    public void Words_have_a_limit_and_so_have_signatures()
    {
        Assert.Equal("TextTooLong", Sign(Fresh, Now, ("camille", "family", new string('x', DeclarationVerbs.WordsLimit + 1))).Refusal?.Rule);
        Assert.Null(Sign(Fresh, Now, ("camille", "family", new string('x', DeclarationVerbs.WordsLimit))).Refusal);
        var often = Enumerable.Range(0, DeclarationVerbs.MostSignatures).Aggregate(Fresh, (now, i) => Sign(now, Now.AddMinutes(i), ("camille", "family", $"{i}")).State!);
        Assert.Equal("DeclarationTooOften", Sign(often, Noon, ("camille", "none", null)).Refusal?.Rule);

        // Many candidates with much to say of each fill a row before that.
        var owed = Enumerable.Range(0, 100).Select(i => Toni[0] with { Candidate = $"c{i}" }).ToList();
        Decision<Session> Many(Session session, int i) => DeclarationVerbs.Sign(
            session, "toni", "Toni", "x", owed, owed.ToDictionary(o => o.Candidate, _ => new StatementEntry("family", $"{i}{new string('x', DeclarationVerbs.WordsLimit - 1)}")), Now.AddMinutes(i));
        var full = Enumerable.Range(0, 4).Aggregate(Fresh, (now, i) => Many(now, i).State!);
        Assert.Equal(new Refusal("DeclarationTooOften", 4), Many(full, 5).Refusal);
    }

    [Fact]
    public void What_is_declared_is_a_link_and_nobody_takes_back_what_a_roster_says()
    {
        var person = new Person { Id = "toni", Name = "Toni", Mail = "toni@example.org", Language = "fr", Links = [new Link("camille", LinkKind.Business)] };
        var declared = PersonVerbs.Declare(person, "session", [new Link("sam", LinkKind.Family)]);
        Assert.Equal([new IndexPerson("toni")], declared.Effects);
        Assert.Equal([new Link("camille", LinkKind.Business), new Link("sam", LinkKind.Family) { Session = "session" }], declared.State!.Links);
        var other = PersonVerbs.Declare(declared.State, "other", [new Link("kim", LinkKind.Employer)]).State!;
        Assert.Equal([new Link("camille", LinkKind.Business), new Link("kim", LinkKind.Employer) { Session = "other" }], PersonVerbs.Declare(other, "session", []).State!.Links);
        Assert.Empty(PersonVerbs.Declare(declared.State, "session", [new Link("sam", LinkKind.Family)]).Effects);

        var imported = PersonVerbs.Register(declared.State, "toni", "Toni", "toni@example.org", null, "fr", PersonRole.Juror, null, [new Link("lou", LinkKind.Trained)]).State!;
        Assert.Equal(["lou", "sam"], imported.Links.Select(l => l.Candidate));
        Assert.Equal("PersonErased", PersonVerbs.Declare(person with { Erased = new("d", Now, "x") }, "session", []).Refusal?.Rule);
    }

    [Fact]
    public void A_sitting_notes_who_signed_and_when_until_it_closes()
    {
        var declaration = Sign(Fresh, Now, ("camille", "none", null)).State!.DeclarationOf("toni")!;
        var noted = SittingVerbs.NoteDeclaration(Two, declaration).State!;
        Assert.Equal([("toni", Now)], noted.Declared.Select(d => (d.Member.Person, d.At)));
        Assert.Equal(["sam"], noted.Undeclared(noted.Member("toni")!).Select(e => e.Candidate));
        Assert.Equal(["camille", "sam"], noted.Undeclared(noted.Member("mona")!).Select(e => e.Candidate));
        Assert.Same(noted, SittingVerbs.NoteDeclaration(noted, declaration).State);
        // Signed anew of another candidate in the same list, what stands of this one is as old as it was.
        var both = Sign(Fresh, Now, ("camille", "none", null), ("sam", "none", null)).State!;
        var first = DeclarationVerbs.Sign(both, "toni", "Toni", "x", [.. Toni, Toni[0] with { Candidate = "kim" }], Entries(("kim", "none", null)), Noon).State!;
        Assert.Equal(Now, DeclarationVerbs.Sign(first, "toni", "Toni", "x", [.. Toni, Toni[0] with { Candidate = "kim" }], Entries(("camille", "none", null), ("kim", "family", null)), Noon.AddHours(1)).State!.DeclarationOf("toni")!.SignedFor(["camille", "sam"]));

        // What is signed of somebody else changes nothing here; what is signed of the sitting's own does.
        var elsewhere = DeclarationVerbs.Sign(Fresh with { Declarations = [declaration] }, "toni", "Toni", "x", [.. Toni, Toni[0] with { Candidate = "kim" }], Entries(("kim", "none", null)), Noon).State!.DeclarationOf("toni")!;
        Assert.Same(noted, SittingVerbs.NoteDeclaration(noted, elsewhere).State);
        Assert.Same(Two, SittingVerbs.NoteDeclaration(Two, new Declaration("toni")).State);
        Assert.Empty(SittingVerbs.NoteDeclaration(Two with { State = SittingState.Closed }, declaration).State!.Declarations);
        Assert.Empty(SittingVerbs.NoteDeclaration(Two, declaration with { Person = "stranger" }).State!.Declarations);
    }

    [Fact]
    public void A_link_takes_the_member_off_the_candidate_before_the_panel_is_looked_at()
    {
        var half = Sample.Intermediate("camille", "sam");
        var terms = new OpeningTerms([new Linked("prof", "camille")], "Lien.", false);
        var opened = SittingVerbs.Open(half, "cleo", Everybody(half), Rncp, Noon, terms: terms).State!;
        Assert.Equal([new Recusal("prof", "Lien.", Noon)], opened.Exam("camille")!.Recusals);
        Assert.Empty(opened.Exam("sam")!.Recusals);

        // A final jury falls short for one candidate, whose exam stays closed, or for all, and does not open.
        var shut = SittingVerbs.Open(Two, "paul", Everybody(Two), Rncp, Noon, terms: terms with { Linked = [new("rose", "camille")] }).State!;
        Assert.Equal((ExamState.Convened, ExamState.Open), (shut.Exam("camille")!.State, shut.Exam("sam")!.State));
        Assert.Equal("PanelIrregular", SittingVerbs.Open(Two, "paul", Everybody(Two), Rncp, Noon, terms: terms with { Linked = [new("rose", "camille"), new("rose", "sam")] }).Refusal?.Rule);
    }

    [Fact]
    public void An_opening_waits_for_the_declarations_of_who_is_there_where_that_is_set()
    {
        var half = Sample.Intermediate("camille");
        var terms = new OpeningTerms([], "Lien.", true);
        var refused = SittingVerbs.Open(half, "cleo", Everybody(half), Rncp, Noon, terms: terms).Refusal!;
        Assert.Equal(("DeclarationsMissing", "cleo, prof"), (refused.Rule, refused.Arguments.Single()));
        Assert.Null(SittingVerbs.Open(half, "cleo", Everybody(half), Rncp, Noon, terms: terms with { DeclarationsRequired = false }).Refusal);

        var chair = half with { Declarations = [new Declared("cleo", Now, ["camille"])] };
        Assert.Equal("prof", SittingVerbs.Open(chair, "cleo", Everybody(half), Rncp, Noon, terms: terms).Refusal!.Arguments.Single());
        Assert.Null(SittingVerbs.Open(chair, "cleo", new HashSet<string> { "cleo" }, Rncp, Noon, terms: terms).Refusal);
        Assert.Null(SittingVerbs.Open(chair, "cleo", Everybody(half), Rncp, Noon, terms: terms with { Linked = [new("prof", "camille")] }).Refusal);
    }

    [Fact]
    public void A_link_that_is_declared_while_the_jury_sits_takes_the_member_off_unless_their_sheet_is_in()
    {
        var open = Sample.Intermediate("camille", "sam").Opened();
        open = SheetVerbs.Submit(open, "prof", "sam", Good(open, "sam"), Rncp, Noon).State!;
        var stepped = SittingVerbs.StepBack(open, [new("prof", "camille"), new("prof", "sam")], "Lien.", Rncp, Noon);
        Assert.True(stepped.State!.Exam("camille")!.Recused("prof"));
        Assert.False(stepped.State.Exam("sam")!.Recused("prof"));
        Assert.Equal([new ProjectSitting("session", "sitting")], stepped.Effects);
        Assert.Same(Two, SittingVerbs.StepBack(Two, [new("toni", "camille")], "Lien.", Rncp, Noon).State);
    }

    [Fact]
    public void A_changed_panel_looks_for_declarations_and_an_old_session_forgets_them()
    {
        var gather = new GatherDeclarations("session", "sitting");
        Assert.Contains(gather, SittingVerbs.Convene(null, Two, Rncp, Now).Effects);
        Assert.Contains(gather, SittingVerbs.Replace(Two, "toni", Seat("tom", "trainer"), Two.Appointments, Rncp, "k", Now).Effects);
        Assert.Contains(gather, SittingVerbs.Replace(Sample.Intermediate("camille", "sam").Opened(), "prof", Seat("tom", "professional"), [], Rncp, "k", Noon.AddMinutes(1)).Effects);
        Assert.Empty(SessionVerbs.ForgetPresidents(Sign(Fresh, Now, ("camille", "none", null)).State!).State!.Declarations);
        Assert.Equal("SessionExists", SessionVerbs.Create(Fresh, Fresh with { ExamMinutes = 45 }, Rncp).Refusal?.Rule);
        var signed = Sign(Fresh, Now, ("camille", "none", null)).State!;
        Assert.Same(signed, SessionVerbs.Create(signed, Fresh, Rncp).State);
    }

    private static Decision<Session> Sign(Session session, DateTimeOffset at, params (string Candidate, string Link, string? Words)[] said) =>
        DeclarationVerbs.Sign(session, "toni", "Toni", "Je déclare.", Toni, Entries(said), at);

    private static Dictionary<string, StatementEntry> Entries(params (string Candidate, string Link, string? Words)[] said) =>
        said.GroupBy(s => s.Candidate).ToDictionary(s => s.Key, s => new StatementEntry(s.Last().Link, s.Last().Words));

    private static HashSet<string> Everybody(Sitting sitting) => [.. sitting.Panel.Select(m => m.Person)];

    private static Sitting WithRoutes(Sitting sitting, params (string Candidate, string Route)[] routes) =>
        routes.Aggregate(sitting, (now, r) => now.With(now.Exam(r.Candidate)! with { Route = r.Route }));
}
