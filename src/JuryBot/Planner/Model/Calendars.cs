using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Jurors are free for the whole of their exams; no juror and no candidate is in two at once. Candidates' own
/// availability is already in the starts.</summary>
internal static class Calendars
{
    public static void Add(Draft draft)
    {
        foreach (var exam in draft.Exams)
        {
            foreach (var (juror, sits) in exam.Sits)
            {
                var away = draft.Board.JurorAway[juror];
                var blocked = exam.At.Where(at => away.Touches(at.Key, exam.Exam.Length)).Select(at => at.Value).ToList();
                if (blocked.Count > 0)
                {
                    draft.Model.AddAtMostOne([.. blocked, sits]);
                }
            }
        }

        var jurors = draft.Exams.SelectMany(exam => exam.Sits, (exam, sits) => (Juror: sits.Key, exam, sits.Value)).GroupBy(seat => seat.Juror);
        foreach (var juror in jurors.Where(juror => juror.Skip(1).Any()))
        {
            draft.Model.AddNoOverlap(juror.Select(seat => seat.exam.Interval(seat.Value)));
        }

        var candidates = draft.Exams.SelectMany(exam => exam.Exam.Candidates, (exam, candidate) => (candidate, exam)).GroupBy(seat => seat.candidate, seat => seat.exam);
        foreach (var candidate in candidates.Where(exams => exams.Skip(1).Any()))
        {
            draft.Model.AddNoOverlap(candidate.Select(exam => exam.Interval(exam.Scheduled)));
        }
    }
}
