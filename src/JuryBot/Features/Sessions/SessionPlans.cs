using System.Text.Json;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Plans as documents of their session.</summary>
internal sealed class SessionPlans(Blobs documents)
{
    /// <param name="request">Whose work the plan is: the document bears its name.</param>
    public async Task<PlanReference> KeepAsync(Session session, SessionPlan plan, string request, CancellationToken cancellation)
    {
        var document = Document(session, request);
        var fingerprint = await documents.PutAsync(document, BinaryData.FromObjectAsJson(plan, Json.Options), cancellation);
        return new PlanReference(document, fingerprint, plan.Sittings.Count, plan.Scheduled, session.Candidates.Count);
    }

    /// <summary>A session's plan, with the proposals it was chosen from; <c>null</c> when its document is gone.</summary>
    public async Task<SessionPlan?> ReadAsync(PlanReference plan, CancellationToken cancellation) =>
        await documents.GetAsync(plan.Document, cancellation) is { } document ? JsonSerializer.Deserialize<SessionPlan>(document, Json.Options) : null;

    public static string Document(Session session, string request) => $"{session.PlanDocuments}{request}.json";
}
