using JuryBot.Domain.Exams;

namespace JuryBot.Domain.ScoreSheets;

public static partial class SheetVerbs
{
    /// <summary>What a juror finds on their sheet for a candidate: what they saved there. Before that, for a member of a group, the deliverables as they
    /// ticked them last for another member, since the group hands in one work (certification §5); never a judgment.</summary>
    /// <returns>The entry, <c>null</c> when there is nothing; and whose sheet its ticks are from, <c>null</c> when they are its own.</returns>
    public static (SheetEntry? Entry, Exam? From) Begin(Sitting sitting, Exam exam, string juror)
    {
        if (exam.SheetOf(juror) is { } saved)
        {
            return (SheetEntry.Of(saved), null);
        }

        var from = exam.Group is null ? null : sitting.Exams
            .Where(e => e.Group == exam.Group && e.SheetOf(juror) is { } sheet && sheet.Deliverables.Count + sheet.NotApplicable.Count > 0)
            .MaxBy(e => e.SheetOf(juror)!.SavedAt);
        return from?.SheetOf(juror) is { } shared
            ? (SheetEntry.Of(shared with { Marks = [], Overall = null }), from)
            : (null, null);
    }
}
