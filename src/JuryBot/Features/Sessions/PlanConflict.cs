using JuryBot.Domain.Planning;

namespace JuryBot.Features.Sessions;

/// <summary>A rule that a sitting breaks where it lies.</summary>
/// <param name="Sitting">Its place in the list of sittings.</param>
/// <param name="Rule">One of <see cref="PlanRules"/>.</param>
/// <param name="Subjects">Ids of the people, or the room's address, it is about.</param>
/// <param name="Other">The place of the other sitting, where there is one.</param>
/// <param name="When">Local; when they are away, where that is known.</param>
public sealed record PlanConflict(int Sitting, string Rule, IReadOnlyList<string> Subjects, int? Other, LocalRange? When)
{
    /// <summary>What <see cref="PlanChecker"/> finds in sittings, each rule once for a sitting and whom it is about; of two that are in each other's way, both bear it.</summary>
    internal static IReadOnlyList<PlanConflict> Find(PlanDraft draft, PlanningProblem problem, IReadOnlyList<PlannedSitting> sittings)
    {
        var known = problem.Exams.ToDictionary(exam => exam.Id);
        var planned = draft.Exams(sittings).Where(exam => known.ContainsKey(exam.Exam.Id)).ToList();
        var places = planned.ToDictionary(exam => exam.Exam.Id, exam => exam.Sitting);
        var jurors = problem.Jurors.ToDictionary(juror => juror.Id);
        var rooms = problem.Rooms.ToDictionary(room => room.Id);
        var exams = planned.ToDictionary(exam => exam.Exam.Id, exam => exam.Exam);
        var plan = new Plan(PlanStatus.Feasible, planned.Count, problem.Exams.Count, 0, [], [.. planned.Select(exam => exam.Exam)], []);
        return
        [
            .. PlanChecker.Check(problem with { Exams = [.. problem.Exams.Select(exam => exam with { Pinned = null })] }, plan)
                .SelectMany(Read)
                .DistinctBy(conflict => (conflict.Sitting, conflict.Rule, string.Join(' ', conflict.Subjects), conflict.Other))
                .OrderBy(conflict => conflict.Sitting),
        ];

        IEnumerable<PlanConflict> Read(Violation violation)
        {
            var at = places[violation.Exam];
            switch (violation.Rule)
            {
                case PlanRules.JurorOverlap or PlanRules.CandidateOverlap or PlanRules.RoomOverlap or PlanRules.OneSite:
                    var other = places[violation.Ids[1]];
                    return other == at
                        ? [new(at, violation.Rule, [violation.Ids[0]], null, null)]
                        : [new(at, violation.Rule, [violation.Ids[0]], other, null), new(other, violation.Rule, [violation.Ids[0]], at, null)];
                case PlanRules.JurorFree:
                    return [new(at, violation.Rule, violation.Ids, null, Away(jurors[violation.Ids[0]].Unavailable))];
                case PlanRules.RoomFree:
                    return [new(at, violation.Rule, violation.Ids, null, Away(rooms[violation.Ids[0]].Unavailable))];
                case PlanRules.CandidateFree:
                    return [new(at, violation.Rule, violation.Ids, null, Away(known[violation.Exam].Unavailable))];
                case PlanRules.Eligible:
                    return [new(at, violation.Rule, [violation.Ids[1]], null, null)];
                default:
                    return [new(at, violation.Rule, violation.Ids, null, null)];
            }

            LocalRange? Away(IReadOnlyList<LocalRange> away) =>
                away.FirstOrDefault(range => range.From < exams[violation.Exam].Start.AddMinutes(known[violation.Exam].DurationMinutes) && exams[violation.Exam].Start < range.To);
        }
    }
}
