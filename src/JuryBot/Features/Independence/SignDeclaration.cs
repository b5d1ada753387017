using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Independence;

/// <summary>A juror's declaration and the candidates it is about, for whoever comes by card or by link.</summary>
internal sealed class SignDeclaration(Store store, SessionPanels panels, DeclarationTexts texts, TimeProvider time)
{
    /// <summary>The session and the juror's candidates in it, or that nothing is asked of them there.</summary>
    public async Task<(Session? Session, IReadOnlyList<Owed> Owed, Refusal? Refusal)> FindAsync(string session, string juror, CancellationToken cancellation)
    {
        var known = await store.ReadAsync(Aggregates.Sessions, session, cancellation);
        IReadOnlyList<Owed> owed = known is null ? [] : await panels.OwedAsync(known, juror, cancellation);
        return known is null || (owed.Count == 0 && known.DeclarationOf(juror)?.Signed is not { Count: > 0 })
            ? (null, [], new Refusal("NotAskedToDeclare"))
            : (known, owed, null);
    }

    /// <param name="owed">As found just before: what has changed since is found at the next look.</param>
    public Task<Outcome<Session>> SignAsync(
        string session, Person juror, IReadOnlyList<Owed> owed, IReadOnlyDictionary<string, StatementEntry> entries, Command command, Func<Session, string>? answer, CancellationToken cancellation) => store.ExecuteAsync(
        Aggregates.Sessions,
        session,
        command,
        known => DeclarationVerbs.Sign(known!, juror.Id, juror.Name, texts.Statement(known!, juror), owed, entries, time.GetUtcNow()),
        answer,
        cancellation);
}
