using System.Text.Json.Nodes;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Sandbox.People;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>Blindness (certification §6) as an attacker would try it: whatever a juror writes on a sheet, everything that somebody who may not read
/// it can get by any door stays the same, letter for letter, figures and times included; and it changes for who may.</summary>
public sealed class BlindnessTests(AzuriteFixture azurite)
{
    private const string Chair = "chair", Member = "member", Outside = "outside", Coordinator = "coordinator", OtherCoordinator = "another coordinator", Director = "director", Candidate = "candidate", Author = "author";

    [Fact]
    public async Task Whatever_a_juror_writes_nobody_who_may_not_read_it_sees_any_difference_before_or_after()
    {
        await using var stand = await SheetStand.OpenFinalAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var panel = await jury.PanelAsync();
        var chair = await jury.ChairAsync();
        var author = panel.First(m => m.Person != chair && m.Person != stand.Outside);
        var exams = await jury.ExamsAsync();
        var heard = exams.Select(exam => house.Organisation.Candidates.Single(c => jury.IdOf(c) == exam)).ToList();
        var view = new EveryView(stand, author.Id, new Dictionary<string, Person?>
        {
            [Chair] = chair, [Member] = panel.First(m => m.Person != chair && m.Person != stand.Outside && m != author).Person, [Outside] = stand.Outside, [Author] = author.Person,
            [Coordinator] = house.Coordinator, [Director] = house.Director, [Candidate] = heard[0], ["the other candidate"] = heard[1],
            ["another candidate"] = house.Organisation.Candidates.First(c => !heard.Contains(c)), ["another panel"] = await jury.StrangerAsync(),
            [OtherCoordinator] = house.Organisation.Coordinators.Last(), ["nobody"] = null,
        });

        var attack = new Attack(stand, view, author.Person, author.Id);
        await attack.GradeAsync(exams);

        // Every sheet is in: still nothing.
        foreach (var (exam, member) in from exam in exams from member in panel where member.Person != author.Person && member.Person != stand.Outside select (exam, member.Person))
        {
            await jury.SubmitAsync(member, exam);
        }

        foreach (var link in stand.Links(stand.Outside, "sheet"))
        {
            Assert.Equal(303, (await stand.Visitor.PostAsync(link, await stand.GoodAsync(link, "submit"))).Status);
        }

        await attack.RewriteAsync(exams[0], Author);
        // Nor does the ledger say it; it moves with every draft, and an audit file does not tell how far.
        var ledgers = string.Join('\n', (await house.LedgersAsync()).Select(entry => entry.Entry.ToText()));
        Assert.DoesNotContain("commentaire", ledgers, StringComparison.Ordinal);
        Assert.Contains("donnée une fois la séance close", await AuditAsync(), StringComparison.Ordinal);

        // The first candidate's deliberation is open to the panel, the second's sheets to nobody.
        await jury.OpenDeliberationAsync(exams[0]);
        await attack.RewriteAsync(exams[1], Author);
        await attack.RewriteAsync(exams[0], Author, Chair, Member, Outside);

        // Both are decided: the coordination and the director may read, candidates on request once it is published: by the export, or on a card when it is granted.
        await attack.DecideAsync(exams[0]);
        await jury.OpenDeliberationAsync(exams[1]);
        await attack.DecideAsync(exams[1]);
        await attack.RewriteAsync(exams[0], Author, Chair, Member, Outside, Coordinator, OtherCoordinator, Director);
        Assert.DoesNotContain("donnée une fois la séance close", await AuditAsync(), StringComparison.Ordinal);
        (await jury.PublishAsync()).Accepted();
        var exported = (await attack.RewriteAsync(exams[0], Author, Chair, Member, Outside, Coordinator, OtherCoordinator, Director, Candidate)).Where(seen => seen.Reader == Candidate);
        Assert.All(exported, seen => Assert.EndsWith("/export", seen.Question, StringComparison.Ordinal));
        await GrantAsync();
        await attack.RewriteAsync(exams[0], Author, Chair, Member, Outside, Coordinator, OtherCoordinator, Director, Candidate);

        async Task<string> AuditAsync()
        {
            var audit = (await house.PostAsync(house.Coordinator, $"{jury.Session}/documents", new JsonObject { ["kind"] = "audit", ["language"] = "fr" })).Accepted();
            return EveryView.Unpacked(await house.DownloadAsync(house.Coordinator, $"{jury.Session}/documents/{audit["sha256"]}"));
        }

        async Task GrantAsync()
        {
            await house.Tenant.Teams.SayAsync(heard[0], "Puis-je voir mon évaluation ?");
            var asked = house.Tenant.Chats.Cards(heard[0])[0];
            Assert.NotNull(Jury.Sentence(await house.Tenant.Teams.PressAsync(heard[0], asked.Id, asked.Card!.Action("assessment.ask")!)));
            (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/assessments/{exams[0]}/grant")).Accepted();
            await house.SettleAsync();
        }
    }

    [Fact]
    public async Task An_intermediate_jurys_sheets_are_as_blind()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var chair = await jury.ChairAsync();
        var author = (await jury.PanelAsync()).Single(m => m.Person == chair);
        var candidate = house.Organisation.Candidates.First();
        var exam = jury.IdOf(candidate);
        var view = new EveryView(stand, author.Id, new Dictionary<string, Person?>
        {
            [Author] = chair, [Outside] = stand.Outside, [Coordinator] = house.Coordinator, [Director] = house.Director, [Candidate] = candidate, ["the other candidate"] = stand.Stranger, ["nobody"] = null,
        });
        var attack = new Attack(stand, view, chair, author.Id);
        await attack.GradeAsync([exam]);
        foreach (var link in stand.Links(stand.Outside, "sheet"))
        {
            Assert.Equal(303, (await stand.Visitor.PostAsync(link, await stand.GoodAsync(link, "submit"))).Status);
        }

        await attack.RewriteAsync(exam, Author);
        await jury.OpenDeliberationAsync(exam);
        await attack.RewriteAsync(exam, Author, Outside);
        await attack.DecideAsync(exam);
        await attack.RewriteAsync(exam, Author, Outside, Coordinator, Director);
    }

    /// <summary>What somebody who is after a sheet does, and who then sees anything else than before.</summary>
    private sealed class Attack(SheetStand stand, EveryView view, Person author, string authorId)
    {
        private Jury Jury => stand.Jury;

        /// <summary>A draft, and a correction of what was handed in: nobody is told, nor can anybody find out.</summary>
        public async Task GradeAsync(IReadOnlyList<string> exams)
        {
            // The first call of some makes them known.
            _ = await view.ReadAsync();
            await stand.House.SettleAsync();
            var nothing = await view.ReadAsync();
            await UnseenAsync(() => Jury.PressAsync(author, "sheet.save", exams[0], Typed(exams[0], harsh: true)));
            await SeenByAsync(nothing, Author);
            foreach (var exam in exams)
            {
                await Jury.SubmitAsync(author, exam, Typed(exam, harsh: true));
            }

            await stand.House.SettleAsync();
            var submitted = await view.ReadAsync();
            await UnseenAsync(() => Jury.PressAsync(author, "sheet.submit", exams[0], Typed(exams[0], harsh: false)));
            await SeenByAsync(submitted, Author);
        }

        /// <summary>Another sheet of the author's, handed in at another time: what they could have written instead.</summary>
        /// <param name="allowed">Who sees it, and nobody else.</param>
        public async Task<IReadOnlyList<(string Reader, string Question)>> RewriteAsync(string candidate, params string[] allowed)
        {
            await stand.House.SettleAsync();
            var (before, verified) = (await view.ReadAsync(), await stand.House.VerifyAsync());
            Assert.True(verified.Ok, verified.FirstFault);
            await stand.ChangeAsync(sitting =>
            {
                var exam = sitting.Exam(candidate)!;
                var sheet = exam.SheetOf(authorId)!;
                var kind = sheet.Marks[0].Judgment == Judgment.Acquired;
                return sitting.With(exam with
                {
                    Sheets = exam.Sheets.Replace(sheet, sheet with
                    {
                        Marks = sheet.Marks.ConvertAll(mark => mark with { Judgment = kind ? Judgment.NotAcquired : Judgment.Acquired, Mark = kind ? 2.5m : 18m, Comment = kind ? "Un autre commentaire." : null }),
                        Overall = kind ? "Une remarque." : null,
                        SavedAt = sheet.SavedAt.AddMinutes(kind ? 7 : -7),
                        SubmittedAt = sheet.SubmittedAt?.AddMinutes(kind ? 7 : -7),
                    }),
                });
            });
            Assert.Equal(verified, await stand.House.VerifyAsync());
            return await SeenByAsync(before, allowed);
        }

        public async Task DecideAsync(string exam)
        {
            var chair = await Jury.ChairAsync();
            Assert.False(Jury.IsRefusal(await Jury.PressAsync(chair, "deliberation.decide", exam, Jury.Ruling(chair, exam, acquired: false))));
            Assert.False(Jury.IsRefusal(await Jury.PressAsync(chair, "deliberation.confirm", exam)));
        }

        private Dictionary<string, string> Typed(string exam, bool harsh)
        {
            var typed = Jury.Good(author, exam);
            foreach (var criterion in typed.Keys.Select(key => key[2..]).ToList())
            {
                typed[$"j.{criterion}"] = harsh ? "notAcquired" : "acquired";
                typed[$"t.{criterion}"] = harsh ? "Un commentaire qui en dit long." : "";
                typed[$"m.{criterion}"] = harsh ? "3" : "17,5";
            }

            return typed;
        }

        // Lands in nobody else's chat, mailbox or calendar.
        private async Task UnseenAsync(Func<Task> write)
        {
            await stand.House.SettleAsync();
            var before = view.Delivered(author);
            await write();
            await stand.House.SettleAsync();
            Assert.Equal(before, view.Delivered(author));
        }

        private async Task<IReadOnlyList<(string Reader, string Question)>> SeenByAsync(IReadOnlyDictionary<(string Reader, string Question), string> before, params string[] allowed)
        {
            var after = await view.ReadAsync();
            var changed = after.Where(seen => before.GetValueOrDefault(seen.Key) != seen.Value).ToList();
            Assert.All(changed, seen => Assert.True(allowed.Contains(seen.Key.Reader), $"{seen.Key} {Difference(before.GetValueOrDefault(seen.Key) ?? "", seen.Value)}"));
            Assert.All(allowed, reader => Assert.Contains(changed, seen => seen.Key.Reader == reader));
            return changed.ConvertAll(seen => seen.Key);
        }

        private static string Difference(string before, string after)
        {
            const int Around = 150;
            var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"at {at}:\n…{Part(before)}\n…{Part(after)}";

            string Part(string text) => text[Math.Max(0, at - Around)..Math.Min(text.Length, at + Around)];
        }
    }
}
