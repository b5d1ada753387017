using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>The decisions about one exam: whether, when, in which group of rooms, and who.</summary>
internal sealed class ExamVariables
{
    private readonly Draft draft;
    private readonly Dictionary<int, BoolVar> sites = [];

    public ExamVariables(Draft draft, BoardExam exam)
    {
        this.draft = draft;
        Exam = exam;
        Scheduled = draft.Bool(plan => plan[exam.Index] is not null);
        At = exam.Starts.ToDictionary(start => start, start => draft.Bool(plan => plan[exam.Index]?.Start == start));
        var first = exam.Starts.Count > 0 ? exam.Starts[0] : 0;
        Start = draft.Int(first, exam.Starts.Count > 0 ? exam.Starts[^1] : 0, plan => plan[exam.Index]?.Start ?? first);
        draft.Model.Add(LinearExpr.WeightedSum(At.Values, At.Keys.Select(start => start - first)) + first == Start);
        draft.Model.Add(LinearExpr.Sum(At.Values) == Scheduled);
        In = Enumerable.Range(0, draft.Groups.Count).Where(group => draft.Groups[group].Rooms.Any(exam.Rooms.Contains))
            .ToDictionary(group => group, group => draft.Bool(plan => plan[exam.Index] is { } seat && draft.Groups[group].Rooms.Contains(seat.Room)));
        draft.Model.Add(LinearExpr.Sum(In.Values) == Scheduled);
        Members = [.. exam.Roles.Select((eligible, role) => eligible.ToDictionary(juror => juror, juror => draft.Bool(plan => plan[exam.Index]?.Members[role] == juror)))];
        Sits = Members.SelectMany(role => role).GroupBy(member => member.Key, member => member.Value)
            .ToDictionary(juror => juror.Key, juror => OneOf(juror.Key, [.. juror]));
        OnDate = At.GroupBy(at => draft.Board.Slots.Date(at.Key), at => at.Value).ToDictionary(date => date.Key, date => OnOneDate(date.Key, [.. date]));
    }

    public BoardExam Exam { get; }

    public BoolVar Scheduled { get; }

    /// <summary>By start slot.</summary>
    public IReadOnlyDictionary<int, BoolVar> At { get; }

    /// <summary>The start slot; the first possible one when not scheduled.</summary>
    public IntVar Start { get; }

    /// <summary>By group of rooms.</summary>
    public IReadOnlyDictionary<int, BoolVar> In { get; }

    /// <summary>By role, then juror.</summary>
    public IReadOnlyList<IReadOnlyDictionary<int, BoolVar>> Members { get; }

    /// <summary>By juror, whatever the role: a juror holds one role at most.</summary>
    public IReadOnlyDictionary<int, BoolVar> Sits { get; }

    public IReadOnlyDictionary<int, BoolVar> OnDate { get; }

    public IEnumerable<int> PossibleSites => In.Keys.Select(group => draft.Board.Site[draft.Groups[group].First]).Distinct();

    /// <summary>Whether it is held at this site.</summary>
    public BoolVar AtSite(int site)
    {
        if (!sites.TryGetValue(site, out var there))
        {
            sites[site] = there = draft.Bool(plan => plan[Exam.Index] is { } seat && draft.Board.Site[seat.Room] == site);
            draft.Model.Add(LinearExpr.Sum(In.Where(group => draft.Board.Site[draft.Groups[group.Key].First] == site).Select(group => group.Value)) == there);
        }

        return there;
    }

    /// <summary>An interval for somebody or something that takes part only if <paramref name="present"/>.</summary>
    public IntervalVar Interval(BoolVar present) => draft.Model.NewOptionalFixedSizeIntervalVar(Start, Exam.Length, present, "");

    private BoolVar OneOf(int juror, IReadOnlyList<BoolVar> roles)
    {
        if (roles.Count == 1)
        {
            return roles[0];
        }

        var sits = draft.Bool(plan => plan[Exam.Index]?.Members.Contains(juror) ?? false);
        draft.Model.Add(LinearExpr.Sum(roles) == sits);
        return sits;
    }

    private BoolVar OnOneDate(int date, IReadOnlyList<BoolVar> starts)
    {
        if (starts.Count == 1)
        {
            return starts[0];
        }

        var on = draft.Bool(plan => plan[Exam.Index] is { } seat && draft.Board.Slots.Date(seat.Start) == date);
        draft.Model.Add(LinearExpr.Sum(starts) == on);
        return on;
    }
}
