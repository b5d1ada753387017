using System.Text.Encodings.Web;
using System.Text.Json;
using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Rights;

/// <summary>GET /api/candidates/{id}/export: everything that is about a candidate, as a JSON document (GDPR, article 15), for themselves and for the
/// coordination and the director on their behalf. It is what the candidate may know, whoever asks: of a sitting that is not published, nothing that
/// was said there; jurors are named as the organisation has set.</summary>
internal sealed class ExportCandidate(
    Store store, OwnSittings sittings, DeclaredLinks links, PeopleRegister people, PersonalLinks pages, Conversations conversations, RefusalTexts refusals, OrganisationSettings organisation, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features.Rights");

    // A document to be read and kept: indented, letters as letters.
    private static readonly JsonSerializerOptions Written = new(Json.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IResult> HandleAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        if (caller.Person.Id != id && !caller.Is(PersonRole.Coordinator) && !caller.Is(PersonRole.Director))
        {
            return refusals.Problem(new Domain.Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        if (await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is not { } record)
        {
            return Results.NotFound();
        }

        var document = await MakeAsync(record, caller.Language, http.RequestAborted);
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(document, Written), "application/json", $"{Texts.Get(caller.Language, "Export.File")}.json");
    }

    private async Task<object> MakeAsync(CandidateRecord record, string language, CancellationToken cancellation)
    {
        var person = await people.GetAsync(record.Id, cancellation);
        var own = (await sittings.ListAsync(record.Id, cancellation)).Where(sitting => sitting.Exam(record.Id) is not null).ToList();
        var waiting = own.Where(sitting => sitting.State != SittingState.Cancelled && sitting.PublishedAt is null).ToList();
        var since = waiting.Select(sitting => sitting.Exam(record.Id)!.Deliberation?.DecidedAt).Min();
        var jurors = new Jurors(organisation.NameJurors, language);
        return new
        {
            Of = organisation.Name,
            MadeAt = time.GetUtcNow(),
            Notes = new[]
            {
                Texts.Get(language, waiting.Count == 0 ? "Export.AllPublished" : "Export.NotPublished", waiting.Count),
                Texts.Get(language, organisation.NameJurors ? "Export.JurorsNamed" : "Export.JurorsNotNamed"),
                Texts.Get(language, "Export.Ledger"),
                record.Courses.Any(course => organisation.IsFictitious(course, own)) ? Texts.Get(language, "Export.Fictitious") : null,
            }.OfType<string>(),
            Identity = new
            {
                record.Id, record.FirstName, record.LastName, record.Mail, record.Language, record.TimeZone, record.ExtraTime,
                Account = person?.EntraId,
                person?.Roles,
                person?.Juror,
                InTeams = person?.EntraId is { } account && await conversations.FindAsync(account, cancellation) is not null,
                record.ErasedAt,
            },
            Record = Course(record, own),
            Earlier = record.Courses.Skip(1).Select(course => Course(course, own)).ToList(),
            Sittings = own.Select(sitting => Sitting(sitting, sitting.Exam(record.Id)!, jurors)).ToList(),
            Deposits = (await DepositedAsync(record.Id, own, cancellation)).Select(d => new
            {
                d.Session, d.Sitting, d.Kind, d.Block, d.Shared?.Group, d.Version, d.At, ByThemself = d.By == record.Id, OnBehalf = d.Reason is not null, Reason = d.Shared is { } shared && shared.Candidate != record.Id ? null : d.Reason, d.Files,
            }),
            DeclaredLinks = (await links.ToAsync(record.Id, cancellation)).Select(link => new { By = jurors.Name(link.Person.Id, link.Person.Name), link.Link.Kind }).ToList(),
            Declarations = (await store.ReadAllAsync(Aggregates.Sessions, own.Select(sitting => sitting.Session).Distinct(), cancellation)).SelectMany(session => session.Declarations
                .SelectMany(declaration => declaration.Signed.SelectMany(signature => signature.Statements.Where(about => about.Candidate == record.Id).Select(about => new
                {
                    By = jurors.Name(declaration.Person, signature.Name), Session = session.Id, signature.At, about.Link, about.Words,
                })))).ToList(),
            PersonalPages = (await pages.ListAsync(record.Id, cancellation)).Select(page => new { page.Purpose, page.About, page.Issued, page.Expires }),
            Ledgers = new { Person = await LedgerAsync(Aggregates.People.Table, record.Id, since, cancellation), Record = await LedgerAsync(Aggregates.Candidates.Table, record.Id, since, cancellation), Deposits = await LedgerAsync(Aggregates.Deposits.Table, record.Id, since, cancellation) },
        };
    }

    // What they deposited, and what their groups did.
    private async Task<IEnumerable<Deposit>> DepositedAsync(string candidate, List<Sitting> own, CancellationToken cancellation)
    {
        var groups = await store.ReadAllAsync(Aggregates.Deposits, own.Select(sitting => CandidateDeposits.OfGroups(sitting.Session)).Distinct(), cancellation);
        return ((await store.ReadAsync(Aggregates.Deposits, candidate, cancellation))?.Deposits ?? []).Concat(groups.SelectMany(kept => kept.Deposits)
            .Where(d => d.Shared!.Members.Contains(candidate) || own.Exists(sitting => sitting.Session == d.Session && sitting.Exam(candidate)!.Group == d.Shared.Group)));
    }

    private object Course(CandidateRecord record, List<Sitting> own) => new
    {
        record.Certification, Fictitious = organisation.IsFictitious(record, own), record.Route, record.Promotion, record.EnteredOn, record.BlockAccess,
        Results = record.Results.Where(result => result.PublishedAt is not null),
        Appearances = record.Appearances.Where(appearance => own.Any(sitting => sitting.Id == appearance.Sitting && sitting.PublishedAt is not null)),
        Awards = record.Awards.Where(award => award.PublishedAt is not null),
        record.Certificates,
    };

    private object Sitting(Sitting sitting, Exam exam, Jurors jurors)
    {
        var cancelled = sitting.State == SittingState.Cancelled;
        var convoked = new
        {
            sitting.Id, sitting.Session, sitting.Certification, Fictitious = organisation.IsFictitious(sitting), sitting.Kind, sitting.Block, exam.Route, exam.Group, exam.Start, exam.End, sitting.RoomName, sitting.Remote, sitting.JoinUrl, CalendarEvent = exam.EventId,
            Cancelled = cancelled,
            // Nothing of a cancelled sitting is published later: of a postponement they were told at once.
            NotHeld = cancelled ? exam.Ending?.Kind : null,
        };
        if (sitting.PublishedAt is null)
        {
            return new { Convocation = convoked, Published = false };
        }

        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.Text);
        return new
        {
            Convocation = convoked,
            Published = true,
            sitting.PublishedAt,
            exam.Presence,
            Decision = exam.Deliberation is { DecidedAt: not null } held ? Said(held) : null,
            NotHeld = exam.Ending is { } ending ? new { ending.Kind, ending.Reason, ending.At } : null,
            // A decision that was annulled before it was published never reached them.
            Annulled = exam.Annulled.Where(annulled => annulled.Annulment.At >= sitting.PublishedAt)
                .Select(annulled => new { annulled.Presence, Decision = Said(annulled.Deliberation), annulled.Annulment.Reason, annulled.Annulment.At, BySameJury = annulled.Anew }).ToList(),
            Incidents = sitting.Incidents.Where(incident => incident.Candidate == exam.Candidate).Select(incident => new { incident.Text, incident.At }).ToList(),
            Sheets = exam.Sheets.Where(sheet => sheet.State == SheetState.Locked && !exam.Recused(sheet.Juror)).OrderBy(sheet => sheet.Juror, StringComparer.Ordinal).Select(sheet => new
            {
                Juror = jurors.Name(sheet.Juror, NameOf(sheet.Juror)),
                sheet.SubmittedAt,
                FromPaper = sheet.Paper?.Sha256,
                Criteria = sheet.Marks.Select(mark => new { mark.Criterion, Text = criteria.GetValueOrDefault(mark.Criterion), mark.Judgment, mark.Mark, mark.Comment }),
                sheet.Deliverables,
                sheet.NotApplicable,
                sheet.Overall,
            }).ToList(),
            Recusals = exam.Recusals.Select(recusal => new { Juror = jurors.Name(recusal.Person, NameOf(recusal.Person)), recusal.Reason, recusal.At }).ToList(),
            // Why a member went is their own affair.
            Away = exam.Away.Select(away => new { Juror = jurors.Name(away.Person, NameOf(away.Person)), away.Kind, away.At }).ToList(),
            Waivers = exam.Waivers.Select(waiver => new { Juror = jurors.Name(waiver.Person, NameOf(waiver.Person)), waiver.Reason, waiver.At }).ToList(),
            exam.Assessment,
        };

        // Who stepped back may have left the panel.
        string? NameOf(string member) => sitting.Member(member)?.Name ?? sitting.Replacements.FindLast(replaced => replaced.Person == member)?.Name;

        static object Said(Deliberation held) => new
        {
            held.DecidedAt,
            held.Presentation,
            Blocks = held.Decisions.Select(decision => new { decision.Block, decision.Acquired, decision.Reason, Votes = Count(decision.Votes) }),
            Title = held.Award is { } title ? new { title.Awarded, title.Reason, Votes = Count(title.Votes) } : null,
            held.Observations,
        };

        // Who voted how is each member's own.
        static object? Count(Votes? votes) => votes is null ? null : new { votes.For, votes.Against, votes.Abstained, votes.CastingVote };
    }

    // That something has been decided is not told before its publication, by its ledger neither.
    private async Task<object> LedgerAsync(string table, string id, DateTimeOffset? unpublishedSince, CancellationToken cancellation) =>
        (await store.LedgerAsync(table, id, cancellation))
            .Where(entry => entry.Entry.Verb != "candidate.record" || unpublishedSince is null || entry.Entry.Time < unpublishedSince)
            .Select(entry => new { entry.Entry.Sequence, entry.Entry.Time, entry.Entry.Verb, entry.Hash });

    /// <summary>Names for jurors, or a number that is the same for one juror all over the document.</summary>
    private sealed class Jurors(bool named, string language)
    {
        private readonly List<string> numbers = [];

        public string Name(string person, string? name)
        {
            if (named && name is not null)
            {
                return name;
            }

            if (!numbers.Contains(person))
            {
                numbers.Add(person);
            }

            return Texts.Get(language, "Export.Juror", numbers.IndexOf(person) + 1);
        }
    }
}
