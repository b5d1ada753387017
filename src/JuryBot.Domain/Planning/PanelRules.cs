using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Planning;

internal static class PanelRules
{
    public static IEnumerable<Violation> Check(PlanningProblem problem, CheckedExam seat)
    {
        foreach (var role in seat.Members.Keys.Where(role => seat.Exam.Roles.All(demand => demand.Role != role)))
        {
            yield return new(PlanRules.Known, seat.Id, [role]);
        }

        foreach (var demand in seat.Exam.Roles)
        {
            if (!seat.Members.TryGetValue(demand.Role, out var member))
            {
                yield return new(PlanRules.RoleFilled, seat.Id, [demand.Role]);
            }
            else if (!demand.Eligible.Contains(member))
            {
                yield return new(PlanRules.Eligible, seat.Id, [demand.Role, member]);
            }
        }

        var members = seat.Members.Values.Distinct().Select(id => (Id: id, Juror: problem.Jurors.FirstOrDefault(juror => juror.Id == id))).ToList();
        foreach (var (id, juror) in members)
        {
            if (juror is null)
            {
                yield return new(PlanRules.Known, seat.Id, [id]);
            }
            else if (juror.Unavailable.Any(seat.Touches))
            {
                yield return new(PlanRules.JurorFree, seat.Id, [id]);
            }

            if (seat.Exam.Conflicts.Contains(id))
            {
                yield return new(PlanRules.Conflict, seat.Id, [id]);
            }

            if (seat.Members.Values.Count(member => member == id) > 1)
            {
                yield return new(PlanRules.OneRole, seat.Id, [id]);
            }
        }

        if (problem.Composition is { } composition && !Satisfied(composition, [.. members.Select(member => member.Juror).OfType<Juror>()]))
        {
            yield return new(PlanRules.Composition, seat.Id, [.. members.Select(member => member.Id)]);
        }
    }

    private static bool Satisfied(Composition composition, IReadOnlyList<Juror> members)
    {
        var employers = members.Count(juror => juror is { External: true, College: College.Employer });
        var employees = members.Count(juror => juror is { External: true, College: College.Employee });
        return (employers + employees) * 100 >= composition.MinExternalPercent * members.Count
            && (!composition.Parity || (employers == employees && employers >= 1));
    }
}
