using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Whether a juror sits in an exam that takes place on a date.</summary>
internal sealed record JurorSitting(int Juror, int Date, ExamVariables Exam, BoolVar Holds);
