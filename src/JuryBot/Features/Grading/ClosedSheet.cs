using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Grading;

/// <summary>A juror's card once the deliberation has locked it: everybody's sheets side by side, and later that the jury has decided.</summary>
internal sealed class ClosedSheet(Store store, SheetCard card, SideBySide sideBySide, IntermediateResults intermediate, OrganisationSettings organisation)
{
    /// <param name="page">Of the sheets side by side.</param>
    public async Task<AdaptiveCard> ShowAsync(Sitting sitting, Exam exam, Person juror, CancellationToken cancellation, int page = 1)
    {
        var results = sitting.Kind == JuryKind.Final && exam.State == ExamState.Deliberating
            ? intermediate.Show(sitting, await store.ReadAsync(Aggregates.Candidates, exam.Candidate, cancellation), juror.Language)
            : [];
        if (!MaySee(sitting, exam, juror))
        {
            return card.Closed(sitting, exam, juror.Language, []);
        }

        var room = Cards.MaxBytes - Cards.Size(card.Closed(sitting, exam, juror.Language, results));
        return card.Closed(sitting, exam, juror.Language, [.. results, .. sideBySide.Show(sitting, exam, juror.Language, room, page, Verbs.ShowSheet)]);
    }

    // Whoever has stepped back, or a link has come to light of, is shown nothing more of this candidate.
    private bool MaySee(Sitting sitting, Exam exam, Person juror) =>
        exam.State is ExamState.Deliberating or ExamState.Decided && !exam.Recused(juror.Id) && !exam.IsAway(juror.Id) && juror.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting)) is null;
}
