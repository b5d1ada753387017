using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Features.Documents.Content;
using JuryBot.Identity;

namespace JuryBot.Features.Documents;

internal static class DocumentRoutes
{
    private const string TheirOwn = "For coordinators and directors; for a candidate, their own.";

    /// <exception cref="ConfigurationException">The organisation's templates break a rule; every fault is told.</exception>
    public static IServiceCollection AddDocuments(this IServiceCollection services, OrganisationSettings organisation)
    {
        if (organisation.TemplatesFolder is { } folder && Templates.Faults(folder) is { Count: > 0 } faults)
        {
            throw new ConfigurationException([.. faults.Select(fault => $"Organisation:TemplatesFolder: {fault.Say("en")}")]);
        }

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
            .AddSingleton<AuditFiles>();
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
        return api;
    }
}
