using System.Text.Json;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Plans as documents of their session.</summary>
internal sealed class SessionPlans(Blobs documents)
{
    /// <param name="name">Of this plan alone, in the session.</param>
    public async Task<PlanReference> KeepAsync(Session session, SessionPlan plan, string name, CancellationToken cancellation)
    {
        var document = $"{session.PlanDocuments}{name}.json";
        var fingerprint = await documents.PutAsync(document, BinaryData.FromObjectAsJson(plan, Json.Options), cancellation);
        return new PlanReference(document, fingerprint, plan.Sittings.Count, plan.Scheduled, session.Candidates.Count);
    }

    /// <summary>The session's plan, with the proposals it was chosen from; <c>null</c> when there is none, or no more.</summary>
    public async Task<SessionPlan?> ReadAsync(Session session, CancellationToken cancellation) =>
        session.Plan is { } plan && await documents.GetAsync(plan.Document, cancellation) is { } document ? JsonSerializer.Deserialize<SessionPlan>(document, Json.Options) : null;
}
