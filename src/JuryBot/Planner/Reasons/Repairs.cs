using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Looks for changes that make room for an exam and tries each: an offer comes with a plan that holds the exam and everything that
/// was planned. Changes that move nothing else are looked for first.</summary>
internal sealed class Repairs(Board board, Assignment now, PlanOptions options, ReasonTexts texts)
{
    private const int Most = 6;

    private readonly Occupancy occupancy = new Chairs(board, now).Occupancy;

    private sealed record Offer(RepairKind Kind, string Subject, LocalRange? When, PlanningProblem Problem);

    private readonly List<(Offer Offer, IReadOnlyList<PlannedExam> Plan)> shared = [];
    private bool looked;

    /// <param name="exam">An exam that is not planned.</param>
    /// <param name="conflict">What keeps it out, if that is known: those it names are asked first.</param>
    /// <param name="deadline">On the budget's watch.</param>
    /// <param name="budget">The time there is.</param>
    public IReadOnlyList<Repair> For(BoardExam exam, IReadOnlyList<Fact>? conflict, TimeSpan deadline, Budget budget)
    {
        if (!looked)
        {
            looked = true;
            shared.AddRange(Look(budget));
        }

        var named = conflict?.Select(fact => fact.Subject).ToHashSet() ?? [];
        var found = new List<Repair>();
        Gather(People(exam, named).Where(offer => Promising(exam, offer)), 0);
        found.AddRange(shared.Where(repair => repair.Plan.Any(planned => planned.Id == exam.Exam.Id)).Select(repair => Word(exam, repair.Offer, repair.Plan)));
        if (found.Count < 2)
        {
            Gather(People(exam, named).OrderByDescending(offer => offer.Kind == RepairKind.RaiseLimit), 40);
        }

        return [.. found.OrderBy(repair => repair.Kind).Take(Most)];

        void Gather(IEnumerable<Offer> offers, int moves)
        {
            foreach (var offer in offers)
            {
                if (found.Count >= 4 || budget.Elapsed >= deadline || budget.Left == TimeSpan.Zero)
                {
                    return;
                }

                if (!found.Exists(known => known.Kind == offer.Kind && known.Subject == offer.Subject) && Try(exam, offer, moves, budget) is { } plan)
                {
                    found.Add(Word(exam, offer, plan));
                }
            }
        }
    }

    private Repair Word(BoardExam exam, Offer offer, IReadOnlyList<PlannedExam> plan) =>
        new(offer.Kind, offer.Subject, texts.Word(offer.Kind, exam, offer.Subject, offer.When), offer.Problem, plan);

    /// <summary>Rooms, days and jurors that may help many exams: each is tried once, for all that wait.</summary>
    private IEnumerable<(Offer Offer, IReadOnlyList<PlannedExam> Plan)> Look(Budget budget)
    {
        var waiting = board.Exams.Where(exam => now[exam.Index] is null).ToList();
        var held = now.Scheduled.Select(pair => pair.Exam.Exam.Id).ToHashSet();
        var deadline = budget.Elapsed + (budget.Left * 0.4);
        foreach (var offer in waiting.SelectMany(Things).DistinctBy(offer => (offer.Kind, offer.Subject)).OrderBy(offer => offer.Kind).ToList())
        {
            if (budget.Elapsed >= deadline || budget.Left == TimeSpan.Zero)
            {
                yield break;
            }

            var changed = new Board(offer.Problem);
            var plan = FirstFit.Fill(changed, Assignment.Of(changed, now.ToPlan()));
            plan = new Ejection(changed, options.Seed, budget).Run(plan, 200);
            var exams = plan.ToPlan();
            if (exams.Count > held.Count && held.IsSubsetOf(exams.Select(exam => exam.Id)) && Valid(offer.Problem, exams))
            {
                yield return (offer, exams);
            }
        }
    }

    private static bool Valid(PlanningProblem problem, IReadOnlyList<PlannedExam> exams) =>
        PlanChecker.Check(problem, new Plan(PlanStatus.Feasible, exams.Count, exams.Count, 0, [], exams, [])).Count == 0;

    /// <summary>Whether asking somebody could at once complete a panel at some start, beside all that is planned.</summary>
    private bool Promising(BoardExam exam, Offer offer)
    {
        if (offer.Kind != RepairKind.AskJuror)
        {
            return true;
        }

        var juror = board.JurorOf[offer.Subject];
        return exam.Fitting.Any(start => board.Slots.Start(start) >= offer.When!.From && board.Slots.Start(start) < offer.When.To
            && board.JurorAway[juror].Touches(start, exam.Length)
            && exam.Rooms.Any(room => occupancy.RoomFree(room, exam, start)) && occupancy.CandidatesFree(exam, start, -1)
            && exam.Roles.All(eligible => eligible.Any(other => other == juror || occupancy.JurorFree(other, exam, start, -1))));
    }

    /// <summary>A valid plan of the changed problem that holds the exam and all that was held.</summary>
    private IReadOnlyList<PlannedExam>? Try(BoardExam exam, Offer offer, int moves, Budget budget)
    {
        var changed = new Board(offer.Problem);
        var before = Assignment.Of(changed, now.ToPlan());
        var wanted = changed.Exams[exam.Index];
        Assignment? plan = null;
        if (moves == 0)
        {
            var chairs = new Chairs(changed, before);
            if (FirstFit.Find(changed, chairs.Occupancy, wanted) is { } seat)
            {
                chairs.Add(wanted, seat);
                plan = chairs.ToPlan();
            }
        }
        else
        {
            // Only the exam itself waits: the others left out may not take its place.
            var alone = new Board(offer.Problem with { Exams = [.. offer.Problem.Exams.Where((_, index) => index == exam.Index || now[index] is not null)] });
            var ejected = new Ejection(alone, options.Seed, budget).Run(Assignment.Of(alone, now.ToPlan()), moves);
            plan = ejected.Scheduled.Count() == alone.Exams.Count ? Assignment.Of(changed, ejected.ToPlan()) : null;
        }

        var exams = plan?.ToPlan();
        return exams is not null && Valid(offer.Problem, exams) ? exams : null;
    }

    /// <summary>Whom a coordinator can ask for this exam's sake, those a conflict names first.</summary>
    private IEnumerable<Offer> People(BoardExam exam, HashSet<string> named)
    {
        var problem = board.Problem;
        var jurors = exam.Roles.SelectMany(eligible => eligible).Distinct().Select(juror => problem.Jurors[juror])
            .OrderByDescending(juror => named.Contains(juror.Id)).ThenBy(juror => juror.Id, StringComparer.Ordinal).ToList();
        foreach (var juror in jurors)
        {
            foreach (var half in HalfDays().Where(half => juror.Unavailable.Any(away => away.From < half.To && half.From < away.To)))
            {
                yield return new(RepairKind.AskJuror, juror.Id, half, problem with { Jurors = [.. problem.Jurors.Select(known => known == juror ? juror with { Unavailable = Without(juror.Unavailable, half) } : known)] });
            }
        }

        foreach (var juror in jurors.Where(juror => juror.MaxExams is not null || juror.MaxDays is not null))
        {
            yield return new(RepairKind.RaiseLimit, juror.Id, null, problem with { Jurors = [.. problem.Jurors.Select(known => known == juror ? juror with { MaxExams = juror.MaxExams + 1, MaxDays = juror.MaxDays + 1 } : known)] });
        }

        foreach (var half in HalfDays().Where(half => exam.Exam.Unavailable.Any(away => away.From < half.To && half.From < away.To)))
        {
            yield return new(RepairKind.AskCandidate, exam.Exam.Id, half, problem with { Exams = [.. problem.Exams.Select((known, index) => index == exam.Index ? known with { Unavailable = Without(known.Unavailable, half) } : known)] });
        }

    }

    /// <summary>What a coordinator can add for this exam's sake.</summary>
    private IEnumerable<Offer> Things(BoardExam exam)
    {
        var problem = board.Problem;
        var sites = exam.Exam.Sites.Count > 0 ? exam.Exam.Sites : [.. problem.Rooms.Select(room => room.Site ?? "").Distinct()];
        foreach (var site in sites.Count > 0 ? sites : [""])
        {
            yield return new(RepairKind.AddRoom, site, null, problem with { Rooms = [.. problem.Rooms, new Room(New("room")) { Site = site.Length == 0 ? null : site }] });
        }

        foreach (var role in exam.Exam.Roles)
        {
            foreach (var college in problem.Composition is null ? new College?[] { null } : [College.Employer, College.Employee])
            {
                var juror = new Juror(New("juror")) { External = true, College = college };
                yield return new(RepairKind.AddJuror, college is { } of ? $"{role.Role}|{of}" : role.Role, null, problem with
                {
                    Jurors = [.. problem.Jurors, juror],
                    Exams = [.. problem.Exams.Select(known => known with { Roles = [.. known.Roles.Select(demand => demand.Role == role.Role ? demand with { Eligible = [.. demand.Eligible, juror.Id] } : demand)] })],
                });
            }
        }

        if (problem.Grid.Days.Count > 0)
        {
            var last = problem.Grid.Days.Max(day => day.Date);
            var next = Enumerable.Range(1, 3).Select(last.AddDays).First(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            yield return new(RepairKind.AddDay, next.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new(next.ToDateTime(TimeOnly.MinValue), next.ToDateTime(TimeOnly.MaxValue)), problem with
            {
                Grid = problem.Grid with { Days = [.. problem.Grid.Days, .. problem.Grid.Days.Where(day => day.Date == last).Select(day => day with { Date = next })] },
            });
        }
    }

    /// <summary>An id that no juror, room or exam has.</summary>
    private string New(string kind)
    {
        var ids = board.Problem.Jurors.Select(juror => juror.Id).Concat(board.Problem.Rooms.Select(room => room.Id)).ToHashSet();
        return Enumerable.Range(1, ids.Count + 1).Select(number => $"new-{kind}-{number}").First(id => !ids.Contains(id));
    }

    /// <summary>The mornings and the afternoons of the grid.</summary>
    private IEnumerable<LocalRange> HalfDays() => board.Problem.Grid.Days.Select(day => day.Date).Distinct().Order().SelectMany(date => new[]
    {
        new LocalRange(date.ToDateTime(TimeOnly.MinValue), date.ToDateTime(new TimeOnly(13, 0))),
        new LocalRange(date.ToDateTime(new TimeOnly(13, 0)), date.AddDays(1).ToDateTime(TimeOnly.MinValue)),
    });

    private static List<LocalRange> Without(IReadOnlyList<LocalRange> ranges, LocalRange half) =>
        [.. ranges.SelectMany(range => new[] { range with { To = range.To < half.From ? range.To : half.From }, range with { From = range.From > half.To ? range.From : half.To } }
            .Where(part => part.From < part.To))];
}
