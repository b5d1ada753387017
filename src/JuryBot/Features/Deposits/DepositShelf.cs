using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deposits;

/// <summary>Finds what was deposited for an exam, says who may read it, and hands out files that are as they were deposited.</summary>
internal sealed partial class DepositShelf(Store store, Blobs blobs, PeopleRegister people, OrganisationSettings organisation, ILogger<DepositShelf> log)
{
    /// <summary>The versions this exam's panel reads, oldest first: for group work the group's, or what the candidate had deposited before there was one.</summary>
    public async Task<IReadOnlyList<Deposit>> OfAsync(Sitting sitting, Exam exam, CancellationToken cancellation) =>
        await OfAsync(sitting, exam, await GroupsAsync(sitting, cancellation), cancellation);

    /// <param name="ofGroups">As <see cref="GroupsAsync"/> gives it, for who asks about several exams.</param>
    public async Task<IReadOnlyList<Deposit>> OfAsync(Sitting sitting, Exam exam, CandidateDeposits? ofGroups, CancellationToken cancellation)
    {
        var ofCandidate = await store.ReadAsync(Aggregates.Deposits, exam.Candidate, cancellation);
        if (ofCandidate is null && ofGroups is null)
        {
            return [];
        }

        var (record, certification) = (await store.ReadAsync(Aggregates.Candidates, exam.Candidate, cancellation), organisation.CertificationOf(sitting));
        var (own, groups) = (ofCandidate.Before(sitting, exam, record, certification), ofGroups.Before(sitting, exam, record, certification));
        return (exam.Group is null ? own.Count > 0 : groups.Count == 0) ? own : groups;
    }

    /// <summary>What the groups of the sitting's session deposited; <c>null</c> where there is no group work.</summary>
    public async Task<CandidateDeposits?> GroupsAsync(Sitting sitting, CancellationToken cancellation) => sitting.Kind == JuryKind.Intermediate
        ? await store.ReadAsync(Aggregates.Deposits, CandidateDeposits.OfGroups(sitting.Session), cancellation)
        : null;

    /// <summary>Names of those who deposited for their group, by person id; of the coordination nobody is named.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DepositorsAsync(IEnumerable<Deposit> deposits, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in deposits.Where(d => d is { Shared: not null, Reason: null }).Select(d => d.By).Distinct())
        {
            names[person] = (await people.GetAsync(person, cancellation))?.Name ?? Erasure.Name;
        }

        return names;
    }

    /// <summary>Why this person does not read what the candidate deposited, or <c>null</c>: the candidate does, and the members who judge them.</summary>
    public Refusal? WhyNotRead(Sitting sitting, Exam exam, Person reader) => reader.Id == exam.Candidate
        ? null
        : DepositVerbs.WhyNotRead(sitting, exam, reader.Id) ?? reader.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting));

    /// <summary>A file for download, under its name and never shown in the browser.</summary>
    /// <param name="version">Of the deposit.</param>
    /// <param name="number">Of the file in it, from 1.</param>
    /// <returns><c>null</c> when there is none; the refusal when it is not whole any more.</returns>
    public async Task<(IResult? File, Refusal? Refusal)> HandOutAsync(HttpContext http, Sitting sitting, Exam exam, int version, int number)
    {
        var deposit = (await OfAsync(sitting, exam, http.RequestAborted)).FirstOrDefault(d => d.Version == version);
        if (deposit?.Files.ElementAtOrDefault(number - 1) is not { } file)
        {
            return (null, null);
        }

        var (content, gone) = await blobs.GetWholeAsync(Blobs.Deposited(deposit.Shared is null ? exam.Candidate : CandidateDeposits.OfGroups(deposit.Session), deposit.Session) + file.Sha256, file.Sha256, http.RequestAborted);
        if (content is null)
        {
            NotWhole(exam.Candidate, deposit.Session, file.Sha256, gone);
            return (null, new Refusal("DepositNotWhole", file.Name));
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return (Results.Bytes(content.Value, file.MediaType, file.Name), null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "File {Sha256} that {Candidate} deposited in session {Session} is not as it was deposited (gone: {Gone}).")]
    private partial void NotWhole(string candidate, string session, string sha256, bool gone);
}
