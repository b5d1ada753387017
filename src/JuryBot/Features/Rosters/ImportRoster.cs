using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Rosters;

/// <summary>POST /api/rosters/candidates|jurors: reads the whole roster, refuses it as a whole, or stores it row by row. The same
/// roster again changes nothing, so an import that was cut off is finished by sending it again.</summary>
internal sealed class ImportRoster(Store store, PeopleRegister people, TenantDirectory directory, OrganisationSettings organisation, RefusalTexts texts)
{
    public const long SizeLimit = 5 * 1024 * 1024;

    public async Task<IResult> CandidatesAsync(IFormFile file, string? certification, HttpContext http)
    {
        if (Find(certification) is not { } document)
        {
            return Unknown(certification!, http);
        }

        return await ImportAsync(file, http, CandidateRoster.Columns, new CandidateRoster(document, organisation).Read, RefusesAsync, async (line, caller, cancellation) =>
        {
            var (id, person) = await RegisterAsync(line.Mail, line.Name, line.Language, PersonRole.Candidate, null, caller, cancellation);
            var enrolled = await ExecuteAsync(Aggregates.Candidates, id, caller.Person, "candidate.enroll", known => CandidateVerbs.Enroll(
                known, document, ToEnrolment(line, id)), cancellation);
            return enrolled == Change.None ? person : enrolled;
        });

        // What a record already holds may refuse a row too: asked before anything is stored.
        async Task<Refusal?> RefusesAsync(CandidateLine line, CancellationToken cancellation) =>
            await people.FindByMailAsync(line.Mail, cancellation) is { } known && await store.ReadAsync(Aggregates.Candidates, known.Id, cancellation) is { } record
                ? CandidateVerbs.Enroll(record, document, ToEnrolment(line, known.Id)).Refusal
                : null;
    }

    public async Task<IResult> JurorsAsync(IFormFile file, string? certification, HttpContext http) => Find(certification) is not { } document
        ? Unknown(certification!, http)
        : await ImportAsync(file, http, JurorRoster.Columns, new JurorRoster(document, organisation).Read, (_, _) => Task.FromResult<Refusal?>(null), async (line, caller, cancellation) =>
            (await RegisterAsync(line.Mail, line.Name, line.Language, PersonRole.Juror, line.Profile, caller, cancellation)).Change);

    private Certification? Find(string? id) => organisation.Certifications.GetValueOrDefault(id ?? Certification.Rncp31168.Id);

    private IResult Unknown(string certification, HttpContext http) =>
        texts.Problem(new Refusal("UnknownCertification", certification), http.Caller(), StatusCodes.Status400BadRequest);

    private static Enrolment ToEnrolment(CandidateLine line, string id) => new(id, line.ToIdentity(), line.Route, line.Promotion, line.EnteredOn, line.Blocks);

    private async Task<IResult> ImportAsync<TLine>(
        IFormFile file,
        HttpContext http,
        IReadOnlyList<RosterColumn> columns,
        Func<RosterSheet, IReadOnlyList<TLine>> read,
        Func<TLine, CancellationToken, Task<Refusal?>> refuses,
        Func<TLine, Caller, CancellationToken, Task<Change>> store)
    {
        var caller = http.Caller();
        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        content.Position = 0;
        var sheet = RosterSheet.Read(file.FileName, content, columns, caller.Language);
        var lines = read(sheet);
        foreach (var (row, line) in sheet.Faults.Count == 0 ? sheet.Rows.Zip(lines) : [])
        {
            if (await refuses(line, http.RequestAborted) is { } refusal)
            {
                row.Fault(null, "Refused", texts.Say(refusal, caller.Language));
            }
        }

        if (sheet.Faults.Count > 0)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity,
                type: "urn:jurybot:refusal:RosterInvalid",
                title: RosterTexts.Get(caller.Language, "Refused", sheet.Faults.Count),
                extensions: new Dictionary<string, object?> { ["errors"] = sheet.Faults.OrderBy(f => f.Row).ToList() });
        }

        var changes = new List<Change>();
        foreach (var line in lines)
        {
            changes.Add(await store(line, caller, http.RequestAborted));
        }

        return Results.Ok(new RosterResult(changes.Count(c => c == Change.Added), changes.Count(c => c == Change.Changed), changes.Count(c => c == Change.None)));
    }

    private async Task<(string Id, Change Change)> RegisterAsync(
        string mail, string name, string language, PersonRole role, JurorProfile? profile, Caller caller, CancellationToken cancellation)
    {
        var account = await directory.FindAccountAsync(mail, cancellation);
        var id = await people.ClaimMailAsync(mail, Guid.CreateVersion7().ToString("N"), cancellation);
        var change = await ExecuteAsync(Aggregates.People, id, caller.Person, "person.register", known =>
            PersonVerbs.Register(known, id, name, mail, account, language, role, profile), cancellation);
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
