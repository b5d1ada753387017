using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Integrity;

/// <summary>A ledger, the newest entry first.</summary>
/// <param name="Fictitious">Whether it rests on an example registration: to be marked.</param>
/// <param name="Total">Entries there are.</param>
/// <param name="Next">What to skip for the next; <c>null</c> when there are no more.</param>
/// <param name="Fault">The first row that does not fit; <c>null</c> when the whole does.</param>
internal sealed record ShownLedger(bool Fictitious, int Total, int? Next, string? Fault, IEnumerable<ShownLedgerEntry> Entries);

/// <param name="What">The verb in words.</param>
/// <param name="About">The one candidate whose exam it is about.</param>
/// <param name="Confirms">Fingerprint of the text that was confirmed.</param>
internal sealed record ShownLedgerEntry(long Sequence, DateTimeOffset Time, string Who, string What, string Verb, string? About, string? Confirms, string Hash);

/// <summary>GET /api/sittings|sessions|candidates/{id}/ledger?skip=, for coordinators and the director: what was done, by whom and when, the newest first and
/// a hundred at a time, and whether the whole chain and the rows it speaks of still fit. A ledger moves with every draft of a sheet: that of a sitting, or of
/// its session, is read while none is open (certification §6). Nobody who waits for their own outcome reads it.</summary>
internal sealed class ReadLedger(Store store, LedgerVerifier verifier, PeopleRegister people, OrganisationSettings organisation, RefusalTexts refusals)
{
    private const int AtOnce = 100;
    private static readonly Texts Texts = Texts.Of("Features.Integrity");

    public async Task<Results<Ok<ShownLedger>, NotFound, Refused>> OfSittingAsync(string id, int? skip, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting ? TypedResults.NotFound()
        : WhyNot([sitting], http.Caller()) is { } no ? no
        : await ShowAsync(TableNames.Sittings, id, organisation.IsFictitious(sitting), entry => About(entry, sitting), skip, http);

    public async Task<Results<Ok<ShownLedger>, NotFound, Refused>> OfSessionAsync(string id, int? skip, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session ? TypedResults.NotFound()
        : WhyNot(await store.ReadAllAsync(Aggregates.Sittings, session.Sittings.Select(sitting => sitting.Id), http.RequestAborted), http.Caller()) is { } no ? no
        : await ShowAsync(TableNames.Sessions, id, organisation.IsFictitious(session), _ => null, skip, http);

    public async Task<Results<Ok<ShownLedger>, NotFound, Refused>> OfCandidateAsync(string id, int? skip, HttpContext http) =>
        await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is not { } record ? TypedResults.NotFound()
        : http.Caller().Person.Id == id ? refusals.Problem(new Refusal("NotAllowed"), http.Caller(), StatusCodes.Status403Forbidden)
        : await ShowAsync(TableNames.Candidates, id, organisation.IsFictitious(record), _ => null, skip, http);

    private Refused? WhyNot(IReadOnlyList<Sitting> sittings, Caller caller) =>
        sittings.Any(sitting => sitting.Exam(caller.Person.Id) is not null && sitting.PublishedAt is null) ? refusals.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden)
        : sittings.Any(sitting => sitting.State == SittingState.Open) ? refusals.Problem(new Refusal("LedgerMoves"), caller)
        : null;

    private async Task<Ok<ShownLedger>> ShowAsync(string table, string partition, bool fictitious, Func<LedgerEntry, string?> about, int? skip, HttpContext http)
    {
        var (language, from) = (http.Caller().Language, Math.Max(0, skip ?? 0));
        var (entries, fault) = await verifier.ReadAsync(table, partition, http.RequestAborted);
        // A revision orders the exams anew: which of them older entries speak of is not known by their place.
        var since = entries.Where(one => one.Entry.Verb == "sitting.revise").Select(one => one.Entry.Sequence).DefaultIfEmpty(0).Max();
        var shown = entries.Reverse().Skip(from).Take(AtOnce).ToList();
        var names = await NamesAsync(shown.Select(one => one.Entry.Actor), language, http.RequestAborted);
        return TypedResults.Ok(new ShownLedger(
            fictitious,
            Total: entries.Count,
            Next: from + shown.Count < entries.Count ? from + shown.Count : null,
            fault,
            Entries: shown.Select(one => new ShownLedgerEntry(
                one.Entry.Sequence,
                one.Entry.Time,
                Who: names[one.Entry.Actor],
                What: Texts.Has($"Verb.{one.Entry.Verb}") ? Texts.Get(language, $"Verb.{one.Entry.Verb}") : one.Entry.Verb,
                one.Entry.Verb,
                About: one.Entry.Sequence >= since ? about(one.Entry) : null,
                one.Entry.Confirms,
                one.Hash))));
    }

    // The one exam whose rows were written.
    private static string? About(LedgerEntry entry, Sitting sitting) =>
        entry.Rows.Keys.Select(key => key.Split('|')).Where(parts => parts is ["s", "exam" or "sheet", ..]).Select(parts => parts[2]).Distinct().ToList() is [var index]
            && int.TryParse(index, out var at) && at < sitting.Exams.Count ? sitting.Exams[at].Name : null;

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> actors, string language, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var actor in actors.Distinct())
        {
            names[actor] = await people.GetAsync(actor, cancellation) switch
            {
                { Erased: not null } => Texts.Get(language, "Who.Erased"),
                { } person => person.Name,
                null => Texts.Get(language, actor == "operator" ? "Who.Operator" : "Who.JuryBot"),
            };
        }

        return names;
    }
}
