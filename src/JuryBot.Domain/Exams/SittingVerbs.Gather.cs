using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>The exam in the state its sheets give it, with the offer to its chair when the last one has come or is waived.</summary>
    internal static (Exam Exam, IReadOnlyList<Effect> Offer) Gather(Sitting sitting, Exam exam, Certification certification)
    {
        if (exam.State is not (ExamState.Open or ExamState.Graded))
        {
            return (exam, []);
        }

        var complete = !sitting.Missing(exam).Any() && (exam.Sheets.Count > 0 || exam.Presence is Awards.Presence.Absent or Awards.Presence.Excused);
        var chair = sitting.Judging(exam).FirstOrDefault(m => Chairs(sitting, certification, m));
        return (
            exam with { State = complete ? ExamState.Graded : ExamState.Open },
            complete && exam.State == ExamState.Open && chair is not null ? [new OfferDeliberation(sitting.Id, exam.Candidate, chair.Person)] : []);
    }
}
