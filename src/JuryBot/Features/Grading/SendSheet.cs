using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Features.Grading.Page;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Grading;

/// <summary>Gives a juror the sheets of their candidates, by a mail with links where Teams does not reach them, and brings each up to date when its deliberation has opened or ended.</summary>
internal sealed class SendSheet(
    Store store, PeopleRegister people, Messenger messenger, MailSheets mail, SheetCard card, SideBySide sideBySide, IntermediateResults intermediate, OrganisationSettings organisation)
{
    public async Task SendAsync(SendScoreSheets effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var juror = await people.GetAsync(effect.Juror, cancellation) ?? throw new PoisonException("The juror is gone.");
        var unreached = new List<Exam>();
        foreach (var exam in sitting.Exams.Where(e => SheetVerbs.MayGrade(sitting, juror.Id, e.Candidate) is null && !Linked(juror, sitting, e)))
        {
            try
            {
                await messenger.SendAsync(
                    juror,
                    card.Form(sitting, exam, await RecordAsync(sitting, exam, cancellation), juror.Id, juror.Language),
                    card.Summary(exam, juror.Language),
                    Key(sitting.Id, exam.Candidate, juror.Id),
                    delivery.Part(exam.Candidate),
                    cancellation);
            }
            catch (PoisonException failure) when (failure.Message == Messenger.NotReachable)
            {
                unreached.Add(exam);
            }
        }

        await mail.SendAsync(sitting, unreached, juror, delivery.Part("mail"), cancellation);
    }

    public async Task RefreshAsync(RefreshScoreSheet effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var exam = sitting.Exam(effect.Candidate)!;
        if (exam.State is not (ExamState.Deliberating or ExamState.Decided) || await people.GetAsync(effect.Juror, cancellation) is not { } juror)
        {
            return;
        }

        await messenger.ReplaceAsync(
            Key(effect.Sitting, effect.Candidate, effect.Juror),
            card.Closed(sitting, exam, juror.Language, Linked(juror, sitting, exam) ? [] : [
                .. exam.State == ExamState.Deliberating ? intermediate.Show(sitting, await RecordAsync(sitting, exam, cancellation), juror.Language) : [],
                .. sideBySide.Show(sitting, exam, juror.Language),
            ]),
            cancellation);
    }

    private async Task<CandidateRecord?> RecordAsync(Sitting sitting, Exam exam, CancellationToken cancellation) =>
        sitting.Kind == JuryKind.Final ? await store.ReadAsync(Aggregates.Candidates, exam.Candidate, cancellation) : null;

    // A link declared after the opening: nothing more of this candidate is shown.
    private bool Linked(Person juror, Sitting sitting, Exam exam) => juror.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting)) is not null;

    private static string Key(string sitting, string candidate, string juror) => $"{sitting}|{candidate}|{juror}";
}
