using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Something true of a problem that a person would name, and that could be otherwise.</summary>
/// <param name="Rule">One of <see cref="PlanRules"/>.</param>
/// <param name="Subject">The juror, site or exam it speaks of.</param>
/// <param name="Date">The date of an absence.</param>
/// <param name="Ids">Rooms, candidates or exams it is about.</param>
internal sealed record Fact(string Rule, string Subject, DateOnly? Date, IReadOnlyList<string> Ids)
{
    /// <summary>The problem as it would be if this were not so.</summary>
    public PlanningProblem Without(PlanningProblem problem) => Rule switch
    {
        PlanRules.JurorFree => problem with { Jurors = [.. problem.Jurors.Select(juror => juror.Id == Subject ? juror with { Unavailable = Except(juror.Unavailable) } : juror)] },
        PlanRules.MaxExams => problem with { Jurors = [.. problem.Jurors.Select(juror => juror.Id == Subject ? juror with { MaxExams = null } : juror)] },
        PlanRules.MaxDays => problem with { Jurors = [.. problem.Jurors.Select(juror => juror.Id == Subject ? juror with { MaxDays = null } : juror)] },
        PlanRules.CandidateFree => problem with { Exams = [.. problem.Exams.Select(exam => exam.Id == Subject ? exam with { Unavailable = [] } : exam)] },
        PlanRules.Composition => problem with { Composition = null },
        PlanRules.Break => problem with { Break = null },
        PlanRules.RoomFree => problem with { Rooms = [.. problem.Rooms.Select(room => room.Site == Subject ? room with { Unavailable = [] } : room), .. problem.Exams.Select(exam => new Room($"{exam.Id}\u0001room") { Site = Subject.Length == 0 ? null : Subject })] },
        PlanRules.Together => problem with { Exams = [.. problem.Exams.Where(exam => exam.Id != Subject)] },
        _ => throw new InvalidOperationException($"Nobody can do without {Rule}."),
    };

    /// <summary>What may be otherwise in a small problem, the coarse facts first: other exams are not among them.</summary>
    public static IReadOnlyList<Fact> Of(PlanningProblem problem) =>
    [
        .. problem.Composition is null ? Array.Empty<Fact>() : [new Fact(PlanRules.Composition, "", null, [])],
        .. problem.Break is null ? Array.Empty<Fact>() : [new Fact(PlanRules.Break, "", null, [])],
        .. problem.Rooms.GroupBy(room => room.Site ?? "").Select(site => new Fact(PlanRules.RoomFree, site.Key, null, [.. site.Select(room => room.Id)])),
        .. problem.Exams.Where(exam => exam.Unavailable.Count > 0).Select(exam => new Fact(PlanRules.CandidateFree, exam.Id, null, exam.Candidates)),
        .. problem.Jurors.Where(juror => juror.MaxDays is not null).Select(juror => new Fact(PlanRules.MaxDays, juror.Id, null, [juror.Id])),
        .. problem.Jurors.Where(juror => juror.MaxExams < problem.Exams.Count).Select(juror => new Fact(PlanRules.MaxExams, juror.Id, null, [juror.Id])),
        .. problem.Jurors.Where(juror => juror.Unavailable.Count > 0).Select(juror => new Fact(PlanRules.JurorFree, juror.Id, null, [juror.Id])),
    ];

    /// <summary>The same absences date by date.</summary>
    public IReadOnlyList<Fact> ByDate(PlanningProblem problem) => Rule != PlanRules.JurorFree || Date is not null ? [this]
        : [.. problem.Grid.Days.Select(day => day.Date).Distinct().Order()
            .Where(date => problem.Jurors.Single(juror => juror.Id == Subject).Unavailable.Any(away => Touches(away, date))).Select(date => this with { Date = date })];

    private List<LocalRange> Except(IReadOnlyList<LocalRange> ranges)
    {
        if (Date is not { } date)
        {
            return [];
        }

        var (from, to) = (date.ToDateTime(TimeOnly.MinValue), date.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return [.. ranges.SelectMany(range => new[] { new LocalRange(range.From, range.To < from ? range.To : from), new LocalRange(range.From > to ? range.From : to, range.To) }
            .Where(part => part.From < part.To && part.From >= range.From && part.To <= range.To))];
    }

    private static bool Touches(LocalRange range, DateOnly date) => range.From < date.AddDays(1).ToDateTime(TimeOnly.MinValue) && date.ToDateTime(TimeOnly.MinValue) < range.To;
}
