using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <param name="Reason">For the minutes and whoever asks later.</param>
public sealed record ReasonRequest(string? Reason);

/// <param name="Person">The member who left.</param>
public sealed record DepartureRequest(string Person, string? Reason);

/// <summary>What the coordination decides of sittings and exams that cannot go on as planned: POST /api/sittings/{id}/postponement,
/// …/exams/{candidate}/postponement, …/exams/{candidate}/irregularity, …/departures.</summary>
internal sealed class EndExam(Store store, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public Task<Results<NoContent, NotFound, Refused>> PostponeAllAsync(string id, ReasonRequest request, HttpContext http) => ExecuteAsync(
        id, "sitting.postpone", http, (sitting, by) => SittingVerbs.PostponeAll(sitting, by, request.Reason, time.GetUtcNow()));

    public Task<Results<NoContent, NotFound, Refused>> PostponeAsync(string id, string candidate, ReasonRequest request, HttpContext http) => ExecuteAsync(
        id, "exam.postpone", http, (sitting, by) => SittingVerbs.Postpone(sitting, by, candidate, request.Reason, time.GetUtcNow()));

    public Task<Results<NoContent, NotFound, Refused>> HoldAnewAsync(string id, string candidate, ReasonRequest request, HttpContext http) => ExecuteAsync(
        id, "exam.hold-anew", http, (sitting, by) => SittingVerbs.HoldAnew(sitting, by, candidate, request.Reason, organisation.CertificationOf(sitting), time.GetUtcNow()));

    public Task<Results<NoContent, NotFound, Refused>> LeaveAsync(string id, DepartureRequest request, HttpContext http) => ExecuteAsync(
        id, "sitting.leave", http, (sitting, by) => SittingVerbs.Leave(sitting, by, request.Person, request.Reason, organisation.CertificationOf(sitting), time.GetUtcNow()));

    private async Task<Results<NoContent, NotFound, Refused>> ExecuteAsync(string id, string verb, HttpContext http, Func<Sitting, string, Decision<Sitting>> decide)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            id,
            caller.Command(verb),
            sitting => sitting!.Exam(caller.Person.Id) is not null ? new Refusal("OwnExam") : decide(sitting, caller.Person.Id),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.NoContent();
    }
}
