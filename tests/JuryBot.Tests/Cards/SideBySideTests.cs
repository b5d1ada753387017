using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Features;
using JuryBot.Teams.Cards;
using JuryBot.Tests.Documents;

namespace JuryBot.Tests.Cards;

/// <summary>The sheets of three members side by side: what comes first, and what is said of how far they agree.</summary>
public sealed class SideBySideTests
{
    private static readonly string[] Members = ["cleo", "toni", "ada"];

    private static readonly Sitting Sitting = PaperSample.Sitting with
    {
        Kind = Domain.Certifications.JuryKind.Intermediate, Block = "3", State = SittingState.Open,
        Panel = [.. Members.Select((id, i) => new Member { Person = id, Name = id, Mail = $"{id}@example.org", Role = i == 0 ? "chair" : "professional", External = true, Present = true })],
        Exams = [new Exam { Candidate = "camille", Name = "Camille Exemple", Route = "initial", Start = PaperSample.Start, End = PaperSample.Start.AddMinutes(30), State = ExamState.Deliberating, Deliberation = new Deliberation { OpenedAt = PaperSample.Start, OpenedBy = "cleo" } }],
    };

    private static readonly List<string> Criteria = [.. SittingVerbs.Sheet(Sitting, Sitting.Exams[0], PaperSample.Certification).Criteria.Select(criterion => criterion.Id)];

    [Fact]
    public void What_members_differ_on_most_comes_first_by_the_judgment_and_then_by_the_mark()
    {
        Assert.Equal(4, Criteria.Count);
        // Alike; one step and nineteen points apart; two steps; judged alike with marks six points apart.
        var rows = Show("000 001 002 111", ["", "0.5 19.5 10", "", "8 14 10"], "fr").OfType<Table>().Single().Rows.Skip(1).Select(row => ((TextBlock)row.Cells[0].Items[0]).Text);
        Assert.Equal([$"**{Criteria[2]} ≠**", $"**{Criteria[1]} ≠**", $"**{Criteria[3]} ≠**", Criteria[0]], rows);
    }

    [Theory]
    [InlineData("000 122 222 222", "bon (α", "0,81", "1 critère(s) sur 4. C'est", "good (Krippendorff", "0.81", "1 criteria of 4. It is")]
    [InlineData("000 011 122 222", "moyen (α", "0,79", "2 critère(s) sur 4, à discuter. C'est", "moderate (Krippendorff", "0.79", "2 criteria of 4, to discuss. It is")]
    [InlineData("000 122 122 222", "moyen (α", "0,67", "2 critère(s) sur 4, à discuter. C'est", "moderate (Krippendorff", "0.67", "2 criteria of 4, to discuss. It is")]
    [InlineData("011 111 122 222", "faible (α", "0,66", "2 critère(s) sur 4, à discuter avant de décider. C'est", "low (Krippendorff", "0.66", "2 criteria of 4, to discuss before deciding. It is")]
    [InlineData("000 111 222 222", "bon (α", "1,00", "0 critère(s) sur 4. C'est", "good (Krippendorff", "1.00", "0 criteria of 4. It is")]
    [InlineData("000 000 000 000", "tous jugent chaque critère de la même façon", "α", "sans objet", "all judge every criterion alike", "α", "does not apply")]
    public void A_sentence_says_what_the_agreement_means(string judgments, string french, string value, string apart, string english, string valueEnglish, string apartEnglish)
    {
        Assert.All(new[] { french, value, apart }, said => Assert.Contains(said, Agreed("fr"), StringComparison.Ordinal));
        Assert.All(new[] { english, valueEnglish, apartEnglish }, said => Assert.Contains(said, Agreed("en"), StringComparison.Ordinal));

        string Agreed(string language) => Show(judgments, ["", "", "", ""], language).OfType<TextBlock>().Single(block => block.Text.Contains('α', StringComparison.Ordinal)).Text;
    }

    [Fact]
    public void Thresholds_are_those_of_the_book() => Assert.Equal((0.8, 2 / 3.0), (Agreement.Good, Agreement.Tentative));

    // Of each criterion the judgment of each member: 0 acquired, 1 partly, 2 not acquired; and their marks, if any.
    private static IReadOnlyList<CardElement> Show(string judgments, string[] marks, string language)
    {
        var sheets = Members.Select((member, i) => new ScoreSheet
        {
            Juror = member, SavedAt = PaperSample.Start, State = SheetState.Locked,
            Marks = [.. Criteria.Select((criterion, j) => new CriterionMark(
                criterion, (Judgment)(judgments.Split(' ')[j][i] - '0'), marks[j].Length == 0 ? null : decimal.Parse(marks[j].Split(' ')[i], System.Globalization.CultureInfo.InvariantCulture), null))],
        });
        var sitting = Sitting.With(Sitting.Exams[0] with { Sheets = [.. sheets] });
        return new SideBySide(PaperSample.Organisation()).Show(sitting, sitting.Exams[0], language, 60_000, 1, "sheet.show");
    }
}
