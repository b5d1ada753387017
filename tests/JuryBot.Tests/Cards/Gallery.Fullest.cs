using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Features;
using JuryBot.Features.Deliberating;
using JuryBot.Features.Grading;
using JuryBot.Features.Independence;
using JuryBot.Features.Minutes;
using JuryBot.Features.Records;
using JuryBot.Features.Integrity;
using JuryBot.Features.Sittings;
using JuryBot.Features.Sittings.Outlook;
using JuryBot.Teams.Cards;

namespace JuryBot.Tests.Cards;

/// <summary>Cards with the most that may be in them.</summary>
internal static partial class Gallery
{
    /// <summary>The largest cards there can be: nine members, every block to judge, every text as long as it may be, and typed far beyond that.</summary>
    /// <param name="letter">What every text is made of.</param>
    public static IEnumerable<(string Name, AdaptiveCard Card)> Fullest(string letter)
    {
        var graded = GradedBy(9, letter);
        var (sheet, far) = (SittingVerbs.Sheet(graded, ExamOf(graded), Certification), Of(letter, 60_000));
        yield return ("sheet", Sheet.Form(graded, ExamOf(graded), Record(), "m0", "fr"));
        yield return ("sheet-summary", Sheet.Summary(graded, ExamOf(graded), "m0", "fr"));
        var endless = new SheetEntry(
            sheet.Criteria.ToDictionary(c => c.Id, _ => far), sheet.Criteria.ToDictionary(c => c.Id, _ => far), sheet.Criteria.ToDictionary(c => c.Id, _ => far), [.. Enumerable.Range(0, 500).Select(i => $"{i}{far}")], far);
        yield return ("sheet-refused", Sheet.Form(graded, ExamOf(graded), Record(), "m0", "fr", endless, SheetVerbs.Save(graded, "m0", Candidate, endless, Certification, Now).Refusal));
        yield return ("sheet-recuse", Sheet.Recuse(graded, ExamOf(graded), "fr", far, new Refusal("TextTooLong", 1)));
        yield return ("waive", Progress.Waive(Missing(), ExamOf(Missing()), "fr", far, far, new Refusal("TextTooLong", 1)));
        var waived = graded with { Exams = [.. Enumerable.Range(0, 12).Select(i => ExamOf(graded) with { Candidate = $"c{i}", Sheets = [], Waivers = [.. graded.Panel.Select(m => new Waiver(m.Person, Of(letter, SheetEntry.CommentLimit), "m0", Now))] })] };
        yield return ("progress", Progress.Show(waived, Somebody("m0", "fr"), "fr"));
        yield return ("deliberation-offer", Deliberation.Offer(waived, waived.Exams[0], "fr"));
        var locked = Locked(graded);
        yield return ("assessment", new AssessmentCard(Organisation).Show(locked, ExamOf(locked), "fr"));
        var reason = Of(letter, DecisionInputs.TextLimit);
        var votes = Votes.Count(locked.Panel.ToDictionary(m => m.Person, _ => Ballot.For), null).Votes;
        var ruling = new Ruling(Presence.Present, [.. Certification.Blocks.Select(b => new BlockRuling(b.Id, true, reason) { Votes = votes })], new TitleRuling(true, reason) { Votes = votes }, reason);
        for (var page = 1; page <= 12; page++)
        {
            yield return ($"decision {page}", Decision.Show(locked, ExamOf(locked), Record(), "fr", DecisionInputs.Of(ruling).GetValueOrDefault, new Refusal("TextTooLong", 1), page));
            yield return ($"decision typed {page}", Decision.Show(locked, ExamOf(locked), Record(), "fr", _ => far, new Refusal("TextTooLong", 1), page));
        }

        var decided = locked.With(ExamOf(locked) with { State = ExamState.Decided, Deliberation = ExamOf(locked).Deliberation! with { Prepared = ruling, Decisions = ruling.Blocks, Award = ruling.Title, Observations = reason, DecidedAt = Now } });
        yield return ("summary", Deliberation.Summary(decided, ExamOf(decided), "fr"));
        var many = Enumerable.Range(0, 200).Select(i => Owe($"{i:D3}{new string('0', 29)}", Of(letter, 40), "vae")).ToList();
        var all = many.ToDictionary(o => o.Candidate, _ => new StatementEntry("accompanied", Of(letter, DeclarationVerbs.WordsLimit)));
        yield return ("declaration", Declaration.Show(Polled, Somebody(Juror, "fr"), many, typed: many.ToDictionary(o => o.Candidate, _ => new StatementEntry(far)), fault: new Refusal("TextTooLong", 1)));
        yield return ("declaration-correct", Declaration.Show(Signed(many, all), Somebody(Juror, "fr"), many, page: 3));
        yield return ("declaration-summary", Declaration.Summary(
            Polled, Somebody(Juror, "fr"), many, DeclarationVerbs.Read(many, all.Take(DeclarationCard.AtOnce).ToDictionary()).Statements, many.ToDictionary(o => o.Candidate, _ => new StatementEntry("accompanied", far)), new Refusal("TextTooLong", 1)));
        yield return ("declaration-signed", Declaration.Show(Signed(many, all), Somebody(Juror, "fr"), many));
    }

    /// <summary>The sheets of so many members side by side, every remark as long as it may be, on all the pages they take; and the remarks.</summary>
    public static (IReadOnlyList<AdaptiveCard> Pages, IReadOnlyList<string> Remarks) Pages(int members, string letter)
    {
        var locked = Locked(GradedBy(members, letter));
        var pages = new List<AdaptiveCard>();
        var bare = Sheet.Closed(locked, ExamOf(locked), "fr", []);
        do
        {
            pages.Add(Sheet.Closed(locked, ExamOf(locked), "fr", SideBySide.Show(locked, ExamOf(locked), "fr", global::JuryBot.Features.Cards.MaxBytes - global::JuryBot.Features.Cards.Size(bare), pages.Count + 1, Verbs.ShowSheet)));
        }
        while (pages[^1].ToJson().Contains("Page suivante", StringComparison.Ordinal));

        return (pages, [.. ExamOf(locked).Sheets.SelectMany(s => s.Marks.Select(m => m.Comment!).Append(s.Overall!))]);
    }

    /// <summary>The minutes of so many exams of nine members, every text as long as it may be, on all the pages they take; and every text.</summary>
    public static (IReadOnlyList<AdaptiveCard> Pages, IReadOnlyList<string> Remarks, string Fingerprint) MinutesPages(int exams, string letter)
    {
        var (remarks, locked) = (new List<string>(), Locked(GradedBy(9, letter)));
        var votes = Votes.Count(locked.Panel.ToDictionary(m => m.Person, _ => Ballot.For), null).Votes;
        var (closed, reader, pages) = (locked with { State = SittingState.Closed, Exams = [.. Enumerable.Range(0, exams).Select(Decided)] }, Reader("m0"), new List<AdaptiveCard>());
        do
        {
            pages.Add(Minutes.Show(closed, reader, "fr", page: pages.Count + 1));
        }
        while (pages[^1].ToJson().Contains("Page suivante", StringComparison.Ordinal));

        return (pages, remarks, Fingerprints.Of(closed, reader));

        Exam Decided(int number) => ExamOf(locked) with
        {
            Candidate = $"c{number}",
            State = ExamState.Decided,
            Sheets = [],
            Waivers = [.. locked.Panel.Select(m => new Waiver(m.Person, Remark($"c{number}/{m.Person} ", SheetEntry.CommentLimit), "m0", Now))],
            Deliberation = ExamOf(locked).Deliberation! with
            {
                Decisions = [.. Certification.Blocks.Select(b => new BlockRuling(b.Id, true, Remark($"c{number}/{b.Id} ", DecisionInputs.TextLimit)) { Votes = votes })],
                Award = new TitleRuling(true, Remark($"c{number}/titre ", DecisionInputs.TextLimit)) { Votes = votes },
                Observations = Remark($"c{number}/tout ", DecisionInputs.TextLimit),
                DecidedAt = Now,
            },
        };

        string Remark(string of, int length)
        {
            remarks.Add(of + Of(letter, length - of.Length));
            return remarks[^1];
        }
    }

    private static Sitting GradedBy(int members, string letter)
    {
        string[] roles = ["president", "employeeRepresentative", "directorRepresentative", "trainer", "pedagogicManager"];
        var wide = Final with
        {
            Panel = [.. Enumerable.Range(0, members).Select(i => Seat($"m{i}", $"Membre {i} " + Of(letter, 40), roles[i % 5], i % 5 == 0 ? College.Employer : i % 5 == 1 ? College.Employee : null, i % 5 < 2) with { Present = true })],
            Exams = [ExamOf(Final) with { Route = "vae", State = ExamState.Open }],
            State = SittingState.Open,
        };
        var sheet = SittingVerbs.Sheet(wide, ExamOf(wide), Certification);
        var text = Of(letter, (SheetEntry.TextLimit / (sheet.Criteria.Count + 1)) - 12);
        return wide.Panel.Aggregate(wide, (now, m) => SheetVerbs.Submit(now, m.Person, Candidate, new SheetEntry(
            sheet.Criteria.ToDictionary(c => c.Id, _ => "partly"), sheet.Criteria.ToDictionary(c => c.Id, _ => "9.75"), sheet.Criteria.ToDictionary(c => c.Id, c => $"{m.Person}/{c.Id} {text}"), [], $"{m.Person}/tout {text}"), Certification, Now).State!);
    }

    private static Sitting Locked(Sitting graded) => graded.With(ExamOf(graded) with
    {
        State = ExamState.Deliberating,
        Sheets = ExamOf(graded).Sheets.ConvertAll(s => s with { State = SheetState.Locked }),
        Deliberation = new Deliberation { OpenedAt = Now, OpenedBy = "m0" },
    });

    private static string Of(string letter, int length) => string.Concat(Enumerable.Repeat(letter, length / letter.Length));

    // A snapshot need not hold all of a long text.
    private static CardElement Shortened(CardElement element) => element is TextInput { Value.Length: > 100 } text ? text with { Value = $"{text.Value[..20]} ({text.Value.Length}) {text.Value[^5..]}" } : element;
}
