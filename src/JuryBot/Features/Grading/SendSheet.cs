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

/// <summary>Gives a juror the sheets of their candidates, by a mail with links where Teams does not reach them, one of them again when they ask,
/// and closes each when its deliberation has opened or ended.</summary>
internal sealed class SendSheet(Store store, PeopleRegister people, Messenger messenger, MailSheets mail, SheetCard card, ClosedSheet closed, OrganisationSettings organisation)
{
    public async Task SendAsync(SendScoreSheets effect, Delivery delivery, CancellationToken cancellation)
    {
        var (sitting, juror) = await ReadAsync(effect.Sitting, effect.Juror, cancellation);
        var unreached = new List<Exam>();
        foreach (var exam in sitting.Exams.Where(e => MayGrade(sitting, e, juror)))
        {
            if (!await TrySendAsync(sitting, exam, juror, delivery.Part(exam.Candidate), cancellation))
            {
                unreached.Add(exam);
            }
        }

        await MailAsync(sitting, unreached, juror, delivery, cancellation);
    }

    public async Task SendAgainAsync(ResendScoreSheet effect, Delivery delivery, CancellationToken cancellation)
    {
        var (sitting, juror) = await ReadAsync(effect.Sitting, effect.Juror, cancellation);
        if (sitting.Exam(effect.Candidate) is not { } exam || !MayGrade(sitting, exam, juror))
        {
            return;
        }

        if (delivery.Attempt == 1)
        {
            await messenger.ReplaceAsync(Key(sitting.Id, exam.Candidate, juror.Id), card.SentAgain(sitting, exam, juror.Language), cancellation);
        }

        if (!await TrySendAsync(sitting, exam, juror, delivery, cancellation))
        {
            await MailAsync(sitting, [exam], juror, delivery, cancellation);
        }
    }

    public async Task RefreshAsync(RefreshScoreSheet effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var exam = sitting.Exam(effect.Candidate)!;
        if ((exam.State is ExamState.Deliberating or ExamState.Decided or ExamState.NotHeld || exam.IsAway(effect.Juror)) && await people.GetAsync(effect.Juror, cancellation) is { } juror)
        {
            await messenger.ReplaceAsync(Key(effect.Sitting, effect.Candidate, effect.Juror), await closed.ShowAsync(sitting, exam, juror, cancellation), cancellation);
        }
    }

    // Whoever has an account is expected in Teams: the coordinator sees that they are not there.
    private async Task MailAsync(Sitting sitting, List<Exam> unreached, Person juror, Delivery delivery, CancellationToken cancellation)
    {
        await mail.SendAsync(sitting, unreached, juror, delivery.Part("mail"), cancellation);
        if (unreached.Count > 0 && juror.EntraId is not null)
        {
            throw new PoisonException(Messenger.NotReachable);
        }
    }

    /// <returns>False when Teams does not reach the juror.</returns>
    private async Task<bool> TrySendAsync(Sitting sitting, Exam exam, Person juror, Delivery delivery, CancellationToken cancellation) => await messenger.TrySendAsync(
        juror,
        card.Form(sitting, exam, await RecordAsync(sitting, exam, cancellation), juror.Id, juror.Language),
        card.Subject(exam, juror.Language),
        Key(sitting.Id, exam.Candidate, juror.Id),
        delivery,
        cancellation);

    private async Task<(Sitting Sitting, Person Juror)> ReadAsync(string sitting, string juror, CancellationToken cancellation) => (
        await store.ReadAsync(Aggregates.Sittings, sitting, cancellation) ?? throw new PoisonException("The sitting is gone."),
        await people.GetAsync(juror, cancellation) ?? throw new PoisonException("The juror is gone."));

    private async Task<CandidateRecord?> RecordAsync(Sitting sitting, Exam exam, CancellationToken cancellation) =>
        sitting.Kind == JuryKind.Final ? await store.ReadAsync(Aggregates.Candidates, exam.Candidate, cancellation) : null;

    private bool MayGrade(Sitting sitting, Exam exam, Person juror) =>
        SheetVerbs.MayGrade(sitting, juror.Id, exam.Candidate) is null && juror.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting)) is null;

    private static string Key(string sitting, string candidate, string juror) => $"{sitting}|{candidate}|{juror}";
}
