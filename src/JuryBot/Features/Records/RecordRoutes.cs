using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Records.Page;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Records;

internal static class RecordRoutes
{
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<OutcomeTexts>()
        .AddSingleton<CandidateSittings>()
        .AddSingleton<ReadRecords>()
        .AddSingleton<ReadConflicts>()
        .AddSingleton<AssessmentCard>()
        .AddSingleton<AskAssessment>()
        .AddSingleton<ResendOutcomes>()
        .AddSingleton<AnnulledTitles>()
        .AddSingleton<AnnulDecision>()
        .AddEffect<ShowAssessment, AskAssessment>((handler, effect, delivery, ct) => handler.ShowAsync(effect, delivery, ct))
        .AddSingleton<OutcomePage>()
        .AddEffect<RecordOutcome, RecordResults>((handler, effect, delivery, ct) => handler.RecordAsync(effect, delivery, ct))
        .AddEffect<AnnulOutcome, RecordResults>((handler, effect, delivery, ct) => handler.AnnulAsync(effect, delivery, ct))
        .AddEffect<PublishOutcome, RecordResults>((handler, effect, delivery, ct) => handler.PublishAsync(effect, delivery, ct))
        .AddEffect<TellOutcomes, TellCandidate>((handler, effect, delivery, ct) => handler.HandleAsync(effect, delivery, ct));

    public static RouteGroupBuilder MapRecords(this RouteGroupBuilder api)
    {
        api.MapGet("/candidates", (HttpContext http, ReadRecords read) => read.ListAsync(http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/candidates/{id}", (string id, HttpContext http, ReadRecords read) => read.GetAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/candidates/{id}/conflicts", (string id, HttpContext http, ReadConflicts read) => read.HandleAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapPost("/candidates/{id}/problems/{problem}/retry", (string id, string problem, Problems problems, CancellationToken cancellation) => problems.RetryAsync(Aggregates.Candidates.Table, id, problem, cancellation)).For(PersonRole.Coordinator);
        api.MapPost("/candidates/{id}/problems/{problem}/dismissal", (string id, string problem, Problems problems, HttpContext http) => problems.DismissAsync(Aggregates.Candidates.Table, id, problem, http)).For(PersonRole.Coordinator);
        api.MapPost("/sittings/{id}/assessments/{candidate}/grant", (string id, string candidate, HttpContext http, AskAssessment assessments) => assessments.GrantAsync(id, candidate, http)).For(PersonRole.Coordinator);
        api.MapPost("/sittings/{id}/exams/{candidate}/annulment", (string id, string candidate, ExamAnnulmentRequest request, HttpContext http, AnnulDecision annul) => annul.OfExamAsync(id, candidate, request, http)).For(PersonRole.Director);
        api.MapPost("/candidates/{id}/annulments", (string id, RecordAnnulmentRequest request, HttpContext http, AnnulDecision annul) => annul.OfRecordAsync(id, request, http)).For(PersonRole.Director);
        return api;
    }

    public static WebApplication MapOutcomePage(this WebApplication app)
    {
        var outcome = app.MapPersonal(OutcomeLink.Purpose);
        outcome.MapRead("", (HttpContext http, OutcomePage page) => page.ShowAsync(http));
        outcome.MapPost("", (HttpContext http, OutcomePage page) => page.TakeAsync(http));
        return app;
    }
}
