using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>The linear relaxation of a model, solved as such: its optimum bounds the objective, and on models indexed by time it bounds it
/// tightly where a search would take long to find that out.</summary>
internal static class Relaxation
{
    /// <summary>No plan does better than this; <c>null</c> when it was not found in time.</summary>
    public static double? Bound(CpModelProto model, TimeSpan limit, CancellationToken cancellation)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var variables = model.Variables.Select(variable => solver.MakeNumVar(variable.Domain[0], variable.Domain[^1], "")).ToArray();
        foreach (var constraint in model.Constraints)
        {
            var implied = constraint.EnforcementLiteral.Select(literal => -literal - 1);
            switch (constraint.ConstraintCase)
            {
                case ConstraintProto.ConstraintOneofCase.AtMostOne:
                    Add(constraint.AtMostOne.Literals, double.NegativeInfinity, 1);
                    break;
                case ConstraintProto.ConstraintOneofCase.ExactlyOne:
                    Add(constraint.ExactlyOne.Literals, 1, 1);
                    break;
                case ConstraintProto.ConstraintOneofCase.BoolOr:
                    Add(constraint.BoolOr.Literals.Concat(implied), 1, double.PositiveInfinity);
                    break;
                case ConstraintProto.ConstraintOneofCase.BoolAnd:
                    foreach (var literal in constraint.BoolAnd.Literals)
                    {
                        Add(implied.Append(literal), 1, double.PositiveInfinity);
                    }

                    break;
                case ConstraintProto.ConstraintOneofCase.Linear when constraint.EnforcementLiteral.Count == 0:
                    AddLinear(constraint.Linear);
                    break;
            }
        }

        var sense = model.Objective.ScalingFactor < 0 ? -1 : 1;
        foreach (var (variable, coefficient) in model.Objective.Vars.Zip(model.Objective.Coeffs))
        {
            solver.Objective().SetCoefficient(variables[variable], solver.Objective().GetCoefficient(variables[variable]) + coefficient);
        }

        solver.Objective().SetOffset(model.Objective.Offset);
        solver.Objective().SetMinimization();
        solver.SetTimeLimit((long)Math.Max(1, limit.TotalMilliseconds));
        using var stop = cancellation.Register(() => solver.InterruptSolve());
        return !cancellation.IsCancellationRequested && solver.Solve() == Solver.ResultStatus.OPTIMAL ? sense * solver.Objective().Value() : null;

        // A literal l >= 0 is the variable; l < 0 is one minus the variable -l - 1.
        void Add(IEnumerable<int> literals, double from, double to)
        {
            var row = solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity, "");
            var shift = 0;
            foreach (var literal in literals)
            {
                var variable = variables[literal >= 0 ? literal : -literal - 1];
                row.SetCoefficient(variable, row.GetCoefficient(variable) + (literal >= 0 ? 1 : -1));
                shift += literal >= 0 ? 0 : 1;
            }

            row.SetBounds(from - shift, to - shift);
        }

        void AddLinear(LinearConstraintProto linear)
        {
            var row = solver.MakeConstraint(Finite(linear.Domain[0]), Finite(linear.Domain[^1]), "");
            foreach (var (variable, coefficient) in linear.Vars.Zip(linear.Coeffs))
            {
                row.SetCoefficient(variables[variable], row.GetCoefficient(variables[variable]) + coefficient);
            }
        }

        static double Finite(long value) => value <= long.MinValue / 4 ? double.NegativeInfinity : value >= long.MaxValue / 4 ? double.PositiveInfinity : value;
    }
}
