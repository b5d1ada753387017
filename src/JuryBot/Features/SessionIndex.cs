using System.Text.Json;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features;

/// <summary>A session in the list of sessions.</summary>
public sealed record SessionListItem(
    string Id, string Certification, string Promotion, JuryKind Kind, string? Block, SessionWindow Window, SessionState State, int Candidates, DateTimeOffset CreatedAt,
    SessionProgress? Progress = null, IReadOnlyList<string>? Presidents = null);

/// <summary>Sittings convened, of those planned.</summary>
public sealed record SessionProgress(int Done, int Total)
{
    public static SessionProgress Of(Session session) => new(session.Cursor, session.Plan?.Sittings ?? 0);
}

/// <summary>The list of sessions: one row each in one partition, so that listing needs no scan.</summary>
internal sealed class SessionIndex(Store store, Lookups lookups)
{
    private const string Kind = "index";
    private const string Sessions = "sessions";

    public Task HandleAsync(IndexSession effect, Delivery delivery, CancellationToken cancellation) => PutAsync(effect.Session, cancellation);

    /// <summary>Brings a session's row up to date; safe to repeat.</summary>
    public async Task PutAsync(string id, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, cancellation) is { } session)
        {
            var item = new SessionListItem(
                session.Id, session.Certification, session.Promotion, session.Kind, session.Block, session.Window, session.State, session.Candidates.Count, session.CreatedAt,
                SessionProgress.Of(session), [.. session.Presidents.Select(p => p.Name)]);
            await lookups.PutAsync(Kind, Sessions, session.Id, JsonSerializer.Serialize(item, Json.Options), cancellation);
        }
    }

    public async Task<IReadOnlyList<SessionListItem>> ListAsync(CancellationToken cancellation) =>
        [.. (await lookups.ListAsync(Kind, Sessions, cancellation)).Select(row => JsonSerializer.Deserialize<SessionListItem>(row.Value, Json.Options)!).OrderBy(s => s.CreatedAt)];
}
