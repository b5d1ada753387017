using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>A valid problem by index, with pins and conflicts already taken out of what is possible: every start, room and
/// eligible juror left here agrees with the exam's pin.</summary>
internal sealed class Board
{
    public Board(PlanningProblem problem)
    {
        Problem = problem;
        Slots = new Slots(problem.Grid);
        var jurors = problem.Jurors.Index().ToDictionary(juror => juror.Item.Id, juror => juror.Index);
        JurorOf = jurors;
        RoomOf = problem.Rooms.Index().ToDictionary(room => room.Item.Id, room => room.Index);
        var sites = problem.Rooms.Select(room => room.Site).Distinct().ToList();
        SiteCount = sites.Count;
        Site = [.. problem.Rooms.Select(room => sites.IndexOf(room.Site))];
        JurorAway = [.. problem.Jurors.Select(juror => Slots.Touched(juror.Unavailable))];
        JurorReluctant = [.. problem.Jurors.Select(juror => Slots.Touched(juror.IfNeedBe))];
        RoomAway = [.. problem.Rooms.Select(room => Slots.Touched(room.Unavailable))];
        Counted = [.. problem.Jurors.Select(juror => juror.External ? juror.College : null)];
        Exams = [.. problem.Exams.Select((exam, index) => new BoardExam(this, exam, index))];
        CandidateCount = NumberCandidates();
    }

    public PlanningProblem Problem { get; }

    public Slots Slots { get; }

    public IReadOnlyList<BoardExam> Exams { get; }

    public IReadOnlyDictionary<string, int> JurorOf { get; }

    public IReadOnlyDictionary<string, int> RoomOf { get; }

    public int SiteCount { get; }

    /// <summary>By room.</summary>
    public IReadOnlyList<int> Site { get; }

    public IReadOnlyList<SlotSet> JurorAway { get; }

    public IReadOnlyList<SlotSet> JurorReluctant { get; }

    public IReadOnlyList<SlotSet> RoomAway { get; }

    /// <summary>By juror, the college an external counts for.</summary>
    public IReadOnlyList<College?> Counted { get; }

    public int CandidateCount { get; }

    private int NumberCandidates()
    {
        var numbers = new Dictionary<string, int>();
        foreach (var exam in Exams)
        {
            exam.Candidates = [.. exam.Exam.Candidates.Select(id => numbers.TryGetValue(id, out var known) ? known : numbers[id] = numbers.Count)];
        }

        return numbers.Count;
    }
}
