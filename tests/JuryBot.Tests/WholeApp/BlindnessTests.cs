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

        // The first call of some makes them known.
        _ = await view.ReadAsync();
        await house.SettleAsync();

        // A draft, and a correction of what was handed in: nobody is told, nor can anybody find out.
        var nothing = await view.ReadAsync();
        await UnseenAsync(() => jury.PressAsync(author.Person, "sheet.save", exams[0], Typed(exams[0], harsh: true)));
        await SeenByAsync(nothing, Author);
        foreach (var exam in exams)
        {
            await jury.SubmitAsync(author.Person, exam, Typed(exam, harsh: true));
        }

        await house.SettleAsync();
        var submitted = await view.ReadAsync();
        await UnseenAsync(() => jury.PressAsync(author.Person, "sheet.submit", exams[0], Typed(exams[0], harsh: false)));
        await SeenByAsync(submitted, Author);

        // Every sheet is in: still nothing.
        foreach (var (exam, member) in from exam in exams from member in panel where member.Person != author.Person && member.Person != stand.Outside select (exam, member.Person))
        {
            await jury.SubmitAsync(member, exam);
        }

        foreach (var link in stand.Links(stand.Outside, "sheet"))
        {
            Assert.Equal(303, (await stand.Visitor.PostAsync(link, await stand.GoodAsync(link, "submit"))).Status);
        }

        await house.SettleAsync();
        var graded = await view.ReadAsync();
        await RewriteAsync(exams[0]);
        await SeenByAsync(graded, Author);

        // The first candidate's deliberation is open to the panel, the second's sheets to nobody.
        await jury.OpenDeliberationAsync(exams[0]);
        await house.SettleAsync();
        var deliberating = await view.ReadAsync();
        await RewriteAsync(exams[1]);
        await SeenByAsync(deliberating, Author);
        deliberating = await view.ReadAsync();
        await RewriteAsync(exams[0]);
        await SeenByAsync(deliberating, Author, Chair, Member, Outside);

        // Both are decided: the coordination and the director may read, candidates on request once it is published: by the export, or on a card when it is granted.
        foreach (var exam in exams)
        {
            await DecideAsync(exam);
        }

        await house.SettleAsync();
        var decided = await view.ReadAsync();
        await RewriteAsync(exams[0]);
        await SeenByAsync(decided, Author, Chair, Member, Outside, Coordinator, OtherCoordinator, Director);
        (await jury.PublishAsync()).Accepted();
        await house.SettleAsync();
        var published = await view.ReadAsync();
        await RewriteAsync(exams[0]);
        var exported = (await SeenByAsync(published, Author, Chair, Member, Outside, Coordinator, OtherCoordinator, Director, Candidate)).Where(seen => seen.Reader == Candidate);
        Assert.All(exported, seen => Assert.EndsWith("/export", seen.Question, StringComparison.Ordinal));
        await GrantAsync();
        var granted = await view.ReadAsync();
        await RewriteAsync(exams[0]);
        await SeenByAsync(granted, Author, Chair, Member, Outside, Coordinator, OtherCoordinator, Director, Candidate);

        Dictionary<string, string> Typed(string exam, bool harsh)
        {
            var typed = jury.Good(author.Person, exam);
            foreach (var criterion in typed.Keys.Select(key => key[2..]).ToList())
            {
                typed[$"j.{criterion}"] = harsh ? "notAcquired" : "acquired";
                typed[$"t.{criterion}"] = harsh ? "Un commentaire qui en dit long." : "";
                typed[$"m.{criterion}"] = harsh ? "3" : "17,5";
            }

            return typed;
        }

        // Lands in nobody else's chat, mailbox or calendar.
        async Task UnseenAsync(Func<Task> write)
        {
            await house.SettleAsync();
            var before = view.Delivered(author.Person);
            await write();
            await house.SettleAsync();
            Assert.Equal(before, view.Delivered(author.Person));
        }

        async Task<IReadOnlyList<(string Reader, string Question)>> SeenByAsync(IReadOnlyDictionary<(string Reader, string Question), string> before, params string[] allowed)
        {
            var after = await view.ReadAsync();
            var changed = after.Where(seen => before.GetValueOrDefault(seen.Key) != seen.Value).ToList();
            Assert.All(changed, seen => Assert.True(allowed.Contains(seen.Key.Reader), $"{seen.Key} {Difference(before.GetValueOrDefault(seen.Key) ?? "", seen.Value)}"));
            Assert.All(allowed, reader => Assert.Contains(changed, seen => seen.Key.Reader == reader));
            return changed.ConvertAll(seen => seen.Key);
        }

        static string Difference(string before, string after)
        {
            const int Around = 150;
            var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"at {at}:\n…{Part(before)}\n…{Part(after)}";

            string Part(string text) => text[Math.Max(0, at - Around)..Math.Min(text.Length, at + Around)];
        }

        // Another sheet of the author's, handed in at another time: what they could have written instead.
        async Task RewriteAsync(string candidate)
        {
            await stand.ChangeAsync(sitting =>
            {
                var exam = sitting.Exam(candidate)!;
                var sheet = exam.SheetOf(author.Id)!;
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
        }

        async Task DecideAsync(string exam)
        {
            if (exam != exams[0])
            {
                await jury.OpenDeliberationAsync(exam);
            }

            Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.decide", exam, jury.Ruling(chair, exam, acquired: false))));
            Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", exam)));
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
}
