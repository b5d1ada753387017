using JuryBot.Domain.People;
using JuryBot.Features.Documents.Content;
using JuryBot.Identity;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Features.Documents;

internal static class DocumentRoutes
{
    private const string TheirOwn = "For coordinators and directors; for a candidate, their own.";

    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<TemplateHealth>("templates", HealthStatus.Degraded);
        return services
            .AddSingleton<Templates>()
            .AddSingleton<ReadTemplates>()
            .AddSingleton<DocumentPress>()
            .AddSingleton<CommonContent>()
            .AddSingleton<SittingEvents>()
            .AddSingleton<MinutesContent>()
            .AddSingleton<SittingContent>()
            .AddSingleton<CandidateContent>()
            .AddSingleton<AbsentDocuments>()
            .AddSingleton<AuditContent>()
            .AddSingleton<AuditFolders>()
            .AddSingleton<SittingDocuments>()
            .AddSingleton<CandidateDocuments>()
            .AddSingleton<AuditFiles>()
            .AddHostedService<TellTemplates>();
    }

    public static RouteGroupBuilder MapDocuments(this RouteGroupBuilder api)
    {
        api.MapGet("/sittings/{id}/documents", (string id, HttpContext http, SittingDocuments documents) => documents.ListAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapPost("/sittings/{id}/documents", (string id, DocumentRequest request, HttpContext http, SittingDocuments documents) => documents.IssueAsync(id, request, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/sittings/{id}/documents/{hash}", (string id, string hash, HttpContext http, SittingDocuments documents) => documents.ReadAsync(id, hash, http)).For()
            .WithDescription("For coordinators and directors; for a person convened, their own convocation; for a member of the panel, the minutes of which they are shown everything.").Hands(Answers.Word).Refuses(404, 500);
        api.MapGet("/candidates/{id}/documents", (string id, HttpContext http, CandidateDocuments documents) => documents.ListAsync(id, http)).For().WithDescription(TheirOwn);
        api.MapPost("/candidates/{id}/documents", (string id, DocumentRequest request, HttpContext http, CandidateDocuments documents) => documents.IssueAsync(id, request, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/candidates/{id}/documents/{hash}", (string id, string hash, HttpContext http, CandidateDocuments documents) => documents.ReadAsync(id, hash, http)).For().WithDescription(TheirOwn).Hands(Answers.Word).Refuses(404, 500);
        api.MapGet("/sessions/{id}/documents", (string id, HttpContext http, AuditFiles audits) => audits.ListAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapPost("/sessions/{id}/documents", (string id, DocumentRequest request, HttpContext http, AuditFiles audits) => audits.IssueAsync(id, request, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/sessions/{id}/documents/{hash}", (string id, string hash, HttpContext http, AuditFiles audits) => audits.ReadAsync(id, hash, http)).For(PersonRole.Coordinator, PersonRole.Director).Hands("application/zip").Refuses(404, 500);
        api.MapGet("/documents/templates", (HttpContext http, ReadTemplates read) => read.List(http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/documents/templates/{file}", (string file, ReadTemplates read) => read.Download(file)).For(PersonRole.Coordinator, PersonRole.Director).Hands(Answers.Word).Refuses(404);
        // Bearer tokens only, no cookies: no antiforgery token to ask for.
        api.MapPost("/documents/templates/checks", (IFormFile file, HttpContext http, ReadTemplates read) => read.CheckAsync(file, http)).For(PersonRole.Coordinator, PersonRole.Director)
            .Refuses(413, 422).DisableAntiforgery().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ReadTemplates.SizeLimit));
        return api;
    }
}
