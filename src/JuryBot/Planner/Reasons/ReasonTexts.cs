using System.Globalization;
using System.Resources;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Words reasons in the reader's language.</summary>
internal sealed class ReasonTexts(PlanOptions options)
{
    private static readonly ResourceManager Resources = new("JuryBot.Planner.Texts", typeof(ReasonTexts).Assembly);

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(options.Language);

    /// <param name="world"><c>Alone</c>: true of the problem. <c>Beside</c>: true of this plan.</param>
    /// <param name="blocker">What stands in the way.</param>
    /// <param name="blocked">How many starts it blocks.</param>
    /// <param name="starts">Of how many.</param>
    public Because Word(string world, Blocker blocker, int blocked, int starts)
    {
        return new Because(blocker.Rule, blocker.Subject, Say($"{world}.{blocker.Rule}", options.Name(blocker.Subject), blocked, starts), blocker.Ids);
    }

    /// <summary>A conflict: first the exams that want the same, then the facts, an absence of one juror in one sentence.</summary>
    public IReadOnlyList<Because> Word(BoardExam exam, IReadOnlyList<Fact> conflict)
    {
        var together = conflict.Where(fact => fact.Rule == PlanRules.Together).ToList();
        var reasons = new List<Because>();
        if (together.Count > 0)
        {
            reasons.Add(new Because(PlanRules.Together, exam.Exam.Id, Say("Conflict.together", options.Name(exam.Exam.Id), Names(together.Select(fact => fact.Subject))), [.. together.Select(fact => fact.Subject)]));
        }

        foreach (var facts in conflict.Except(together).GroupBy(fact => (fact.Rule, fact.Subject)))
        {
            var dates = facts.Select(fact => fact.Date).OfType<DateOnly>().Order().Select(date => date.ToString("dddd d MMMM", culture)).ToList();
            var juror = exam.Board.Problem.Jurors.FirstOrDefault(juror => juror.Id == facts.Key.Subject);
            reasons.Add(new Because(facts.Key.Rule, facts.Key.Subject, Say(
                dates.Count == 0 && facts.Key.Rule == PlanRules.JurorFree ? "Conflict.jurorAlways" : $"Conflict.{facts.Key.Rule}",
                options.Name(facts.Key.Subject), string.Join(", ", dates), facts.First().Ids.Count, juror?.MaxExams, juror?.MaxDays), [.. facts.SelectMany(fact => fact.Ids).Distinct()]));
        }

        return reasons;
    }

    /// <summary>A repair as a thing to do.</summary>
    public string Word(RepairKind kind, BoardExam exam, string subject, LocalRange? when)
    {
        var half = when is null ? "" : when.From.TimeOfDay == TimeSpan.Zero && when.To.Date == when.From.Date && when.To.Hour == 13 ? Say("Half.morning", when.From.ToString("dddd d MMMM", culture))
            : when.From.Hour == 13 ? Say("Half.afternoon", when.From.ToString("dddd d MMMM", culture)) : when.From.ToString("dddd d MMMM", culture);
        var parts = subject.Split('|');
        var juror = exam.Board.Problem.Jurors.FirstOrDefault(juror => juror.Id == subject);
        return kind switch
        {
            RepairKind.RaiseLimit => Say(juror?.MaxDays is null ? "Repair.RaiseExams" : juror.MaxExams is null ? "Repair.RaiseDays" : "Repair.RaiseLimit", options.Name(subject), juror?.MaxExams + 1, juror?.MaxDays + 1),
            RepairKind.AddJuror => Say(parts is [_, var college] ? $"Repair.Add{college}" : "Repair.AddJuror", options.Name(parts[0])),
            RepairKind.AddRoom => Say(subject.Length == 0 ? "Repair.AddRoom" : "Repair.AddRoomAt", options.Name(subject)),
            _ => Say($"Repair.{kind}", options.Name(subject), half),
        };
    }

    private string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(options.Name));

    private string Say(string key, params object?[] arguments) => string.Format(
        culture, Resources.GetString(key, culture) ?? throw new MissingManifestResourceException(key), arguments);
}
