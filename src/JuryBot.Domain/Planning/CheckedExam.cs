namespace JuryBot.Domain.Planning;

/// <summary>An exam of the problem beside what a plan makes of it.</summary>
internal sealed class CheckedExam(PlanningProblem problem, PlanningExam exam, PlannedExam planned)
{
    public string Id => exam.Id;

    public PlanningExam Exam => exam;

    public DateTime Start => planned.Start;

    /// <summary>Excluded; the duration is rounded up to whole slots.</summary>
    public DateTime End { get; } = planned.Start.AddMinutes(
        (exam.DurationMinutes + problem.Grid.SlotMinutes - 1) / problem.Grid.SlotMinutes * problem.Grid.SlotMinutes);

    public IReadOnlyDictionary<string, string> Members => planned.Members;

    /// <summary><c>null</c> when the plan names a room the problem does not know.</summary>
    public Room? Room { get; } = problem.Rooms.FirstOrDefault(room => room.Id == planned.Room);

    public string RoomId => planned.Room;

    public bool Touches(LocalRange range) => range.From < End && Start < range.To;

    public bool Overlaps(CheckedExam other) => other.Start < End && Start < other.End;
}
