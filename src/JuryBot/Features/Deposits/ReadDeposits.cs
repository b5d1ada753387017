using JuryBot.Domain;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Deposits;

/// <param name="Until">The last moment for candidates; <c>null</c> where they deposit nothing.</param>
internal sealed record SittingDeposits(DateTimeOffset? Until, IReadOnlyList<ExamDeposits> Exams);

/// <param name="Readable">Whether the reader judges the candidate, or is the candidate.</param>
internal sealed record ExamDeposits(string Candidate, string Name, string? Group, DepositKind Kind, bool Readable, IEnumerable<ShownDeposit> Deposits);

/// <summary>Files deposited together; the last version is in force.</summary>
/// <param name="By">Name of the member who deposited for their group.</param>
/// <param name="Reason">Why on their behalf; for the offices.</param>
internal sealed record ShownDeposit(int Version, DateTimeOffset At, bool OnBehalf, string? By, string? Reason, IReadOnlyList<DepositedFile> Files);

/// <summary>GET /api/sittings/{id}/deposits: what candidates deposited, for the offices all of it, without the content; for a member of the panel what they may
/// read; for a candidate their own, which is their group's for group work. GET …/{candidate}/{version}/{number}: the content, for the members who judge the candidate and the candidate (certification §7:
/// the coordination sees to it that everything is there, which names, sizes and hashes tell; reading it is the jury's).</summary>
internal sealed class ReadDeposits(Store store, DepositShelf shelf, DepositWords words, RefusalTexts texts)
{
    public async Task<Results<Ok<SittingDeposits>, NotFound, Refused>> ListAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        var sitting = await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted);
        var office = caller.Is(PersonRole.Coordinator) || caller.Is(PersonRole.Director);
        var exams = sitting?.Exams.Where(exam => office || shelf.WhyNotRead(sitting, exam, caller.Person) is null).ToList() ?? [];
        if (sitting is null || exams.Count == 0)
        {
            return office ? TypedResults.NotFound() : texts.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var (listed, ofGroups) = (new List<ExamDeposits>(), await shelf.GroupsAsync(sitting, http.RequestAborted));
        foreach (var exam in exams)
        {
            var deposits = await shelf.OfAsync(sitting, exam, ofGroups, http.RequestAborted);
            var names = await shelf.DepositorsAsync(deposits, http.RequestAborted);
            listed.Add(new ExamDeposits(
                exam.Candidate,
                exam.Name,
                exam.Group,
                Kind: words.Kind(sitting, exam),
                Readable: shelf.WhyNotRead(sitting, exam, caller.Person) is null,
                Deposits: deposits.Select(d => new ShownDeposit(d.Version, d.At, OnBehalf: d.Reason is not null, By: names.GetValueOrDefault(d.By), Reason: office ? d.Reason : null, d.Files))));
        }

        return TypedResults.Ok(new SittingDeposits(sitting.DepositUntil, listed));
    }

    public async Task<IResult> ReadAsync(string id, string candidate, int version, int number, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting || sitting.Exam(candidate) is not { } exam || shelf.WhyNotRead(sitting, exam, caller.Person) is not null)
        {
            return texts.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var (file, refusal) = await shelf.HandOutAsync(http, sitting, exam, version, number);
        return file ?? (refusal is null ? Results.NotFound() : texts.Problem(refusal, caller, StatusCodes.Status500InternalServerError));
    }
}
