using System.Collections.Immutable;
using System.Globalization;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.ScoreSheets;

/// <summary>What a juror typed, before it is known to make sense.</summary>
/// <param name="Judgments">Criterion id to judgment, as sent.</param>
/// <param name="Marks">Criterion id to mark, as typed.</param>
/// <param name="Comments">Criterion id to comment, as typed.</param>
/// <param name="Deliverables">Ids ticked.</param>
/// <param name="Overall">General remark.</param>
public sealed record SheetEntry(
    IReadOnlyDictionary<string, string> Judgments,
    IReadOnlyDictionary<string, string> Marks,
    IReadOnlyDictionary<string, string> Comments,
    IReadOnlyList<string> Deliverables,
    string? Overall)
{
    public const int CommentLimit = 2000;

    /// <summary>Characters of all texts of a sheet together: it must fit into a card, and beside the others of its panel.</summary>
    public const int TextLimit = 8000;

    /// <summary>Ids of deliverables marked not applicable.</summary>
    public IReadOnlyList<string> NotApplicable { get; init; } = [];

    /// <summary>What a saved sheet says, as it would have been typed.</summary>
    public static SheetEntry Of(ScoreSheet sheet)
    {
        return new SheetEntry(Take(m => Word(m.Judgment)), Take(m => m.Mark?.ToString(CultureInfo.InvariantCulture)), Take(m => m.Comment), sheet.Deliverables, sheet.Overall)
        {
            NotApplicable = sheet.NotApplicable,
        };

        Dictionary<string, string> Take(Func<CriterionMark, string?> value) =>
            sheet.Marks.Where(m => value(m) is not null).ToDictionary(m => m.Criterion, m => value(m)!);
    }

    /// <summary>Reads the entry into the lines of a sheet. Faults name the criterion; a submission has more of them than a draft.</summary>
    public (ImmutableList<CriterionMark> Marks, IReadOnlyList<Refusal> Faults) Read(SheetDefinition definition, bool toSubmit)
    {
        var faults = new List<Refusal>();
        var marks = ImmutableList.CreateBuilder<CriterionMark>();
        foreach (var criterion in definition.Criteria)
        {
            var judgment = ReadJudgment(criterion.Id, faults);
            var mark = ReadMark(criterion.Id, faults);
            var comment = ReadText(Comments.GetValueOrDefault(criterion.Id), criterion.Id, faults);
            if (toSubmit && judgment is null && !faults.Exists(f => f.Rule == "JudgmentUnknown" && (string?)f.Arguments[0] == criterion.Id))
            {
                faults.Add(new Refusal("JudgmentMissing", criterion.Id));
            }

            if (toSubmit && judgment is (Judgment.Partly or Judgment.NotAcquired) && comment is null)
            {
                faults.Add(new Refusal("CommentMissing", criterion.Id));
            }

            marks.Add(new CriterionMark(criterion.Id, judgment, mark, comment));
        }

        var known = definition.Deliverables.Select(d => d.Id).ToHashSet();
        // No form offers one: the first says enough.
        faults.AddRange(Deliverables.Concat(NotApplicable).Where(d => !known.Contains(d)).Take(1).Select(d => new Refusal("DeliverableUnknown", d)));
        faults.AddRange(definition.Deliverables.Where(d => Deliverables.Contains(d.Id) && NotApplicable.Contains(d.Id)).Select(d => new Refusal("DeliverableBoth", d.Text)));
        ReadText(Overall, null, faults);
        if (definition.Criteria.Sum(c => Comments.GetValueOrDefault(c.Id)?.Length ?? 0) + (Overall?.Length ?? 0) > TextLimit)
        {
            faults.Add(new Refusal("TextsTooLong", TextLimit));
        }

        return (marks.ToImmutable(), faults);
    }

    /// <summary>The entry without what is wrong about it, so that the rest can be kept as a draft.</summary>
    /// <param name="faults">As <see cref="Read"/> found them.</param>
    public SheetEntry Without(IReadOnlyList<Refusal> faults)
    {
        return this with
        {
            Judgments = Keep(Judgments, "JudgmentUnknown"),
            Marks = Keep(Marks, "MarkNotANumber", "MarkOutOfRange"),
            Comments = Keep(Comments, "CommentTooLong"),
            Overall = faults.Any(f => f.Rule == "CommentTooLong" && f.Arguments[0] is null) ? null : Overall,
            Deliverables = [.. Deliverables.Where(d => !faults.Any(f => f.Rule == "DeliverableUnknown" && (string?)f.Arguments[0] == d) && !NotApplicable.Contains(d))],
        };

        Dictionary<string, string> Keep(IReadOnlyDictionary<string, string> typed, params string[] rules) =>
            typed.Where(pair => !faults.Any(f => rules.Contains(f.Rule) && (string?)f.Arguments[0] == pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static string? Word(Judgment? judgment) => judgment switch
    {
        null => null,
        Judgment.Acquired => "acquired",
        Judgment.Partly => "partly",
        _ => "notAcquired",
    };

    private Judgment? ReadJudgment(string criterion, List<Refusal> faults)
    {
        switch (Judgments.GetValueOrDefault(criterion))
        {
            case null or "": return null;
            case "acquired": return Judgment.Acquired;
            case "partly": return Judgment.Partly;
            case "notAcquired": return Judgment.NotAcquired;
            default:
                faults.Add(new Refusal("JudgmentUnknown", criterion));
                return null;
        }
    }

    private decimal? ReadMark(string criterion, List<Refusal> faults)
    {
        var typed = Marks.GetValueOrDefault(criterion)?.Trim().Replace(',', '.');
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mark))
        {
            faults.Add(new Refusal("MarkNotANumber", criterion));
            return null;
        }

        if (mark is < 0 or > 20)
        {
            faults.Add(new Refusal("MarkOutOfRange", criterion, mark));
            return null;
        }

        return mark;
    }

    private static string? ReadText(string? typed, string? criterion, List<Refusal> faults)
    {
        var text = typed?.Trim();
        if (text?.Length > CommentLimit)
        {
            faults.Add(new Refusal("CommentTooLong", criterion, CommentLimit));
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }
}
