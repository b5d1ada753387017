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
        ExamOf = problem.Exams.Index().ToDictionary(exam => exam.Item.Id, exam => exam.Index);
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
        LoadElsewhere = new int[problem.Jurors.Count];
    }

    public PlanningProblem Problem { get; }

    public Slots Slots { get; }

    public IReadOnlyList<BoardExam> Exams { get; }

    public IReadOnlyDictionary<string, int> JurorOf { get; }

    public IReadOnlyDictionary<string, int> ExamOf { get; }

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

    /// <summary>By juror, exams of a larger board that this one is a part of, heard outside this part.</summary>
    public IReadOnlyList<int> LoadElsewhere { get; init; }

    /// <summary>The first slot of the free time, within its stretch, that a free slot of a juror's is in.</summary>
    public int FreeFrom(int juror, int slot)
    {
        while (slot > 0 && Slots.Stretch(slot - 1) == Slots.Stretch(slot) && !JurorAway[juror].Contains(slot - 1))
        {
            slot--;
        }

        return slot;
    }

    /// <summary>The slot after that free time.</summary>
    public int FreeUntil(int juror, int slot)
    {
        var stretch = Slots.Stretch(slot);
        while (slot < Slots.Count && Slots.Stretch(slot) == stretch && !JurorAway[juror].Contains(slot))
        {
            slot++;
        }

        return slot;
    }

    /// <summary>Whether the pause between two exams of a juror is long enough to begin a new run.</summary>
    /// <param name="end">The slot after the first exam.</param>
    /// <param name="start">Of the second.</param>
    public bool RestedBetween(int end, int start) =>
        Problem.Break is { } pause && end <= start && Slots.Between(end, start) >= TimeSpan.FromMinutes((pause.Minutes + Slots.Minutes - 1) / Slots.Minutes * Slots.Minutes);

    /// <summary>How many exams the run holds that is under way when this slot begins or starts with it; 0 when the juror has rested.</summary>
    /// <param name="exams">Start and length of the juror's exams of that date.</param>
    /// <param name="slot">Exams that start later do not count.</param>
    public int RunUpTo(IEnumerable<(int Start, int Length)> exams, int slot)
    {
        var (run, end) = (0, -1);
        foreach (var exam in exams.Where(exam => exam.Start <= slot).OrderBy(exam => exam.Start))
        {
            run = end < 0 || RestedBetween(end, exam.Start) ? 1 : run + 1;
            end = exam.Start + exam.Length;
        }

        return end >= 0 && end <= slot && RestedBetween(end, slot) ? 0 : run;
    }

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
