using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Records;

/// <summary>GET /api/candidates and /api/candidates/{id}, for coordinators and the director; of themselves they see what is published, as any candidate.</summary>
internal sealed class ReadRecords(Store store, PeopleRegister people, Conversations conversations, CandidateSittings candidateSittings, Problems problems, OrganisationSettings organisation)
{
    private const int ReadsInFlight = 16;

    public async Task<Ok<IEnumerable<ListedCandidate>>> ListAsync(HttpContext http)
    {
        var candidates = (await people.ListAsync(http.RequestAborted)).Where(p => p.Is(PersonRole.Candidate)).ToList();
        var self = http.Caller().Person.Id;
        var reachable = await conversations.ListReachableAsync(http.RequestAborted);
        var records = new CandidateRecord?[candidates.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, candidates.Count),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsInFlight, CancellationToken = http.RequestAborted },
            async (i, cancellation) => records[i] = await store.ReadAsync(Aggregates.Candidates, candidates[i].Id, cancellation));
        return TypedResults.Ok(candidates.Zip(records).Where(pair => pair.Second is not null).Select(pair =>
        {
            var (person, record) = (pair.First, pair.Second!);
            return new ListedCandidate(
                person.Id,
                person.Name,
                person.Mail,
                record.Route,
                record.Promotion,
                record.Certification,
                Fictitious: organisation.IsFictitious(record),
                record.BlockAccess,
                Blocks: organisation.Certification(record.Certification).Blocks.Select(b => new BlockStanding(b.Id, record.StateOf(b.Id, publishedOnly: person.Id == self))),
                Award: record.Award is { } award && (person.Id != self || award.PublishedAt is not null) ? award.Outcome : null,
                HasAccount: person.EntraId is not null,
                Reachable: person.EntraId is not null && reachable.Contains(person.EntraId));
        }));
    }

    public async Task<Results<Ok<ShownRecord>, NotFound>> GetAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is not { } record)
        {
            return TypedResults.NotFound();
        }

        var (language, own) = (http.Caller().Language, http.Caller().Person.Id == id);
        var sittings = (await candidateSittings.ListAsync(record, http.RequestAborted)).ToDictionary(sitting => sitting.Id);
        var certification = organisation.Certification(record.Certification);
        var outlook = record.Outlook(certification, sittings.Values, publishedOnly: own);
        return TypedResults.Ok(new ShownRecord(
            record.Id,
            record.Name,
            record.Mail,
            record.Certification,
            Fictitious: organisation.IsFictitious(record, sittings.Values),
            record.Route,
            RouteName: certification.Route(record.Route).Name.In(language),
            record.Promotion,
            record.EnteredOn,
            record.ExtraTime,
            record.BlockAccess,
            Problems: await problems.ListAsync(Aggregates.Candidates.Table, id, _ => record.Name, language, http.RequestAborted),
            Overall: own ? null : record.Overall(certification),
            outlook.Title,
            outlook.Limit,
            outlook.Convened,
            Blocks: outlook.Blocks.Select(b => new ShownBlock(
                b.Block,
                Title: certification.Block(b.Block).Title.In(language),
                b.State,
                b.AskedFor,
                Missing: b.IsMissing,
                b.Intermediate,
                b.Convened,
                History: History(record, b.Block, own, sittings))),
            Award: Award(record, own),
            Appearances: Appearances(record, own, sittings),
            Certificates: Certificates(record),
            Earlier: record.Courses.Skip(1).Select(course => Earlier(course, own, language, sittings))));
    }

    // What was acquired under another certification or version stays so, under it.
    private EarlierCourse Earlier(CandidateRecord course, bool own, string language, Dictionary<string, Sitting> sittings)
    {
        var certification = organisation.Certification(course.Certification);
        return new EarlierCourse(
            course.Certification,
            Fictitious: organisation.IsFictitious(course, sittings.Values),
            CertificationTitle: certification.Title.In(language),
            course.Route,
            RouteName: certification.Route(course.Route).Name.In(language),
            course.Promotion,
            course.EnteredOn,
            course.BlockAccess,
            Overall: course.Overall(certification, publishedOnly: own),
            Blocks: certification.Blocks.Select(b => new EarlierBlock(b.Id, b.Title.In(language), course.StateOf(b.Id, publishedOnly: own), History(course, b.Id, own, sittings))),
            Award: Award(course, own),
            Appearances: Appearances(course, own, sittings),
            Certificates: Certificates(course));
    }

    // Under which certification, ruleset and promotion each sitting was held: these change from one session to another.
    private static IEnumerable<BlockHistory> History(CandidateRecord record, string block, bool own, Dictionary<string, Sitting> sittings) => record.Results.Where(r => r.Block == block && (!own || r.PublishedAt is not null)).Select(r => new BlockHistory(
        r.Sitting, r.Kind, r.Outcome, r.At, r.Reason, Published: r.PublishedAt is not null, Annulled: r.Annulled is not null,
        sittings.GetValueOrDefault(r.Sitting)?.Session, sittings.GetValueOrDefault(r.Sitting)?.Promotion, sittings.GetValueOrDefault(r.Sitting)?.Certification, sittings.GetValueOrDefault(r.Sitting)?.Ruleset?.Id));

    private static ShownAward? Award(CandidateRecord record, bool own) =>
        record.Award is { } award && (!own || award.PublishedAt is not null) ? new ShownAward(award.Outcome, award.DecidedAt, award.Reason, award.PublishedAt is not null) : null;

    // Before which certification juries, whether they came and what they presented.
    private static IEnumerable<ShownAppearance> Appearances(CandidateRecord record, bool own, Dictionary<string, Sitting> sittings) =>
        record.Appearances.Where(a => !own || sittings.GetValueOrDefault(a.Sitting)?.PublishedAt is not null)
            .Select(a => new ShownAppearance(a.Sitting, a.Promotion, a.At, a.Presence, a.Presentation, a.LateReason, a.Annulled is not null));

    private static IEnumerable<ShownCertificate> Certificates(CandidateRecord record) => record.Certificates.Select(c => new ShownCertificate(c.Block, c.Number, c.IssuedAt, c.Annulled is not null));
}
