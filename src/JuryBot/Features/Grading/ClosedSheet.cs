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
    public async Task<AdaptiveCard> ShowAsync(Sitting sitting, Exam exam, Person juror, CancellationToken cancellation)
    {
        var results = sitting.Kind == JuryKind.Final && exam.State == ExamState.Deliberating
            ? intermediate.Show(sitting, await store.ReadAsync(Aggregates.Candidates, exam.Candidate, cancellation), juror.Language)
            : [];
        var maySee = MaySee(sitting, exam, juror);
        return Cards.Fitting(remarks => card.Closed(sitting, exam, juror.Language, maySee ? [.. results, .. sideBySide.Show(sitting, exam, juror.Language, remarks)] : []));
    }

    // Whoever has stepped back, or a link has come to light of, is shown nothing more of this candidate.
    private bool MaySee(Sitting sitting, Exam exam, Person juror) =>
        !exam.Recused(juror.Id) && juror.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting)) is null;
}
