using JuryBot.Domain.People;
using JuryBot.Features.Documents.Content;
using JuryBot.Identity;

namespace JuryBot.Features.Documents;

internal static class DocumentRoutes
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<TemplateHealth>("templates");
        return services
            .AddSingleton<Templates>()
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
        api.MapGet("/sittings/{id}/documents/{hash}", (string id, string hash, HttpContext http, SittingDocuments documents) => documents.ReadAsync(id, hash, http)).For();
        api.MapGet("/candidates/{id}/documents", (string id, HttpContext http, CandidateDocuments documents) => documents.ListAsync(id, http)).For();
        api.MapPost("/candidates/{id}/documents", (string id, DocumentRequest request, HttpContext http, CandidateDocuments documents) => documents.IssueAsync(id, request, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/candidates/{id}/documents/{hash}", (string id, string hash, HttpContext http, CandidateDocuments documents) => documents.ReadAsync(id, hash, http)).For();
        api.MapGet("/sessions/{id}/documents", (string id, HttpContext http, AuditFiles audits) => audits.ListAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapPost("/sessions/{id}/documents", (string id, DocumentRequest request, HttpContext http, AuditFiles audits) => audits.IssueAsync(id, request, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/sessions/{id}/documents/{hash}", (string id, string hash, HttpContext http, AuditFiles audits) => audits.ReadAsync(id, hash, http)).For(PersonRole.Coordinator, PersonRole.Director);
        return api;
    }
}
