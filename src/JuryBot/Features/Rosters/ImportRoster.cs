using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Rosters;

/// <summary>POST /api/rosters/candidates|jurors: reads the whole roster, refuses it as a whole, or stores it row by row. The same
/// roster again changes nothing, so an import that was cut off is finished by sending it again.</summary>
internal sealed class ImportRoster(Store store, PeopleRegister people, TenantDirectory directory, OrganisationSettings organisation, RefusalTexts texts)
{
    public const long SizeLimit = 5 * 1024 * 1024;

    public async Task<Results<Ok<RosterResult>, ProblemHttpResult, Refused>> CandidatesAsync(IFormFile file, string? certification, HttpContext http)
    {
        if (Find(certification) is not { } document)
        {
            return Unknown(certification!, http);
        }

        return await ImportAsync<CandidateLine>(file, http, CandidateRoster.Columns, new CandidateRoster(document, organisation).Read, CheckAsync, async (entry, caller, cancellation) =>
        {
            var (id, person) = await RegisterAsync(entry, PersonRole.Candidate, null, caller, cancellation);
            var enrolled = await ExecuteAsync(Aggregates.Candidates, id, caller.Person, "candidate.enroll", known => CandidateVerbs.Enroll(
                known, document, ToEnrolment(entry.Line, id)), cancellation);
            return enrolled == Change.None ? person : enrolled;
        });

        // What a record already holds may refuse a row too: asked before anything is stored.
        async Task CheckAsync(RosterEntry<CandidateLine> entry, string language, CancellationToken cancellation)
        {
            var record = entry.Person is null ? null : await store.ReadAsync(Aggregates.Candidates, entry.Person, cancellation);
            if (CandidateVerbs.Enroll(record, document, ToEnrolment(entry.Line, entry.Person ?? "")).Refusal is { } refusal)
            {
                entry.Row.Fault(null, "Refused", texts.Say(refusal, language));
            }
        }
    }

    public async Task<Results<Ok<RosterResult>, ProblemHttpResult, Refused>> JurorsAsync(IFormFile file, string? certification, HttpContext http)
    {
        if (Find(certification) is not { } document)
        {
            return Unknown(certification!, http);
        }

        var candidates = new Dictionary<string, string>();
        return await ImportAsync<JurorLine>(file, http, JurorRoster.Columns, new JurorRoster(document, organisation).Read, CheckAsync, async (entry, caller, cancellation) =>
            (await RegisterAsync(entry, PersonRole.Juror, entry.Line.Profile, caller, cancellation, entry.Line.Links?.Select(l => new Link(candidates[l.Mail], l.Kind)).Distinct().ToList())).Change);

        // A link names a candidate JuryBot knows.
        async Task CheckAsync(RosterEntry<JurorLine> entry, string language, CancellationToken cancellation)
        {
            foreach (var mail in (entry.Line.Links ?? []).Select(l => l.Mail).Where(mail => !candidates.ContainsKey(mail)).Distinct())
            {
                if (await people.FindByMailAsync(mail, cancellation) is { } person && person.Is(PersonRole.Candidate))
                {
                    candidates[mail] = person.Id;
                }
                else
                {
                    entry.Row.Fault(JurorRoster.Links, "LinkWithNobody", mail);
                }
            }
        }
    }

    private Certification? Find(string? id) => organisation.Certifications.GetValueOrDefault(id ?? Certification.Rncp31168.Id);

    private Refused Unknown(string certification, HttpContext http) =>
        texts.Problem(new Refusal("UnknownCertification", certification), http.Caller(), StatusCodes.Status400BadRequest);

    private static Enrolment ToEnrolment(CandidateLine line, string id) => new(id, line.ToIdentity(), line.Route, line.Promotion, line.EnteredOn, line.Blocks);

    private async Task<Results<Ok<RosterResult>, ProblemHttpResult, Refused>> ImportAsync<TLine>(
        IFormFile file,
        HttpContext http,
        IReadOnlyList<RosterColumn> columns,
        Func<RosterSheet, IReadOnlyList<TLine>> read,
        Func<RosterEntry<TLine>, string, CancellationToken, Task> check,
        Func<RosterEntry<TLine>, Caller, CancellationToken, Task<Change>> store) where TLine : RosterLine
    {
        var caller = http.Caller();
        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        content.Position = 0;
        var sheet = RosterSheet.Read(file.FileName, content, columns, caller.Language);
        var lines = read(sheet);
        var (entries, accounts) = (new List<RosterEntry<TLine>>(), new Dictionary<string, int>());
        var found = await directory.FindAccountsAsync(sheet.Faults.Count == 0 ? lines.Select(line => line.Mail) : [], http.RequestAborted);
        foreach (var (row, line) in sheet.Faults.Count == 0 ? sheet.Rows.Zip(lines) : [])
        {
            entries.Add(await RosterEntry<TLine>.FindAsync(line, row, found[line.Mail], accounts, people, http.RequestAborted));
            await check(entries[^1], caller.Language, http.RequestAborted);
        }

        if (sheet.Faults.Count > 0)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity,
                type: "urn:jurybot:refusal:RosterInvalid",
                title: RosterTexts.Get(caller.Language, "Refused", sheet.Faults.Count),
                extensions: new Dictionary<string, object?> { ["errors"] = sheet.Faults.OrderBy(f => f.Row).ToList() });
        }

        var changes = new List<Change>();
        try
        {
            foreach (var entry in entries)
            {
                changes.Add(await store(entry, caller, http.RequestAborted));
            }
        }
        catch (RosterRefusedException changed)
        {
            // Somebody was faster between the check and the storing; sending the roster again says what is wrong with it now.
            return texts.Problem(changed.Refusal, caller);
        }

        return TypedResults.Ok(new RosterResult(changes.Count(c => c == Change.Added), changes.Count(c => c == Change.Changed), changes.Count(c => c == Change.None)));
    }

    private async Task<(string Id, Change Change)> RegisterAsync<TLine>(
        RosterEntry<TLine> entry, PersonRole role, JurorProfile? profile, Caller caller, CancellationToken cancellation, IReadOnlyList<Link>? links = null) where TLine : RosterLine
    {
        var line = entry.Line;
        var id = await people.ClaimAsync(line.Mail, entry.Account, cancellation) ?? throw new RosterRefusedException(new Refusal("AccountChanged", line.Mail));
        var change = await ExecuteAsync(Aggregates.People, id, caller.Person, "person.register", known =>
            PersonVerbs.Register(known, id, line.Name, line.Mail, entry.Account, line.Language, role, profile, links), cancellation);
        if (change != Change.None)
        {
            // Whoever imported looks at the lists next: they hold what this import changed when it answers. The delivery of the same decision sees to it in any case.
            await people.IndexAsync(id, cancellation);
        }

        return (id, change);
    }

    private async Task<Change> ExecuteAsync<T>(
        Layout<T> layout, string partition, Person actor, string verb, Func<T?, Decision<T>> decide, CancellationToken cancellation) where T : class
    {
        var change = Change.None;
        var outcome = await store.ExecuteAsync(layout, partition, new Command(verb, actor.Id), known =>
        {
            var decision = decide(known);
            change = known is null ? Change.Added : Equals(decision.State, known) ? Change.None : Change.Changed;
            return decision;
        }, ct: cancellation);
        return outcome.Refusal is null ? change : throw new RosterRefusedException(outcome.Refusal);
    }

    private enum Change
    {
        None,
        Added,
        Changed,
    }
}
