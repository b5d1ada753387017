using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <summary>GET /api/sittings/{id}, for coordinators and the director: who has submitted, never what; decisions once decided.
/// Who also judges does not see who has submitted; who is heard sees their own decision, and the
/// fingerprints of the minutes it stands in, once it is published.</summary>
internal sealed class ReadSitting(Store store, PeopleRegister people, PanelLinks links, OrganisationSettings organisation, FindingTexts findings, SittingProblems problems, MinutesFingerprint fingerprints, ReminderClock clock)
{
    public async Task<Results<Ok<ShownSitting>, NotFound>> HandleAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting)
        {
            return TypedResults.NotFound();
        }

        var (language, self) = (http.Caller().Language, http.Caller().Person.Id);
        var judges = sitting.Member(self) is not null;
        var certification = organisation.CertificationOf(sitting);
        var jury = SittingVerbs.Jury(sitting, certification);
        var linked = await links.BlockingAsync(sitting, http.RequestAborted);
        return TypedResults.Ok(new ShownSitting(
            sitting.Id,
            sitting.Session,
            sitting.Certification,
            Fictitious: organisation.IsFictitious(sitting),
            sitting.Kind,
            sitting.Block,
            sitting.Start,
            sitting.End,
            sitting.Room,
            sitting.RoomName,
            sitting.State,
            Published: sitting.PublishedAt is not null,
            sitting.PublishedAt,
            Problems: await problems.ListAsync(sitting, language, http.RequestAborted),
            EventSent: sitting.EventId is not null,
            Displaced: sitting.Displaced.Where(d => sitting.DisplacedOf(d.Candidate) is not null).Select(d => new ShownDisplacement(d.Candidate, d.To?.Start, d.To?.End, Gone: d.To is null, d.At)),
            Altered: sitting.Altered.Where(a => sitting.AlteredOf(a.Candidate) is not null).Select(a => new ShownAlteration(a.Candidate, a.At, a.Kept, a.Edits.Subject, a.Edits.Place, a.Edits.Added, a.Edits.Removed)),
            Panel: sitting.Panel.Select(m => new ShownMember(
                m.Person, m.Name, m.Mail, m.Role, jury.FindRole(m.Role)!.Name.In(language), m.External, m.College, m.Employer, m.Response, m.InvitedAt, Uninvited: sitting.IsUninvited(m), m.Present)),
            sitting.Remote,
            sitting.Replacements,
            Declarations: sitting.Panel.Select(m => new MemberDeclaration(
                m.Person, m.Name, sitting.Declarations.Find(d => d.Person == m.Person)?.At, sitting.Undeclared(m).Select(e => new NamedCandidate(e.Candidate, e.Name)))),
            Acknowledgements: await AcknowledgementsAsync(sitting, sitting.Exams.TrueForAll(MaySee), http.RequestAborted),
            Reminders: (await clock.ListAsync(sitting, http.RequestAborted)).Where(r => !judges || r.Kind != ReminderKind.Sheets),
            Findings: findings.Show(SittingVerbs.Findings(sitting, sitting.Seated(sitting.State == SittingState.Convened ? sitting.Panel : sitting.Opened), certification), language),
            Incidents: sitting.Incidents.Select(i => new ShownIncident(i.Candidate, i.Text, i.At)),
            Exams: sitting.Exams.Select(exam => new ShownExam(
                exam.Candidate,
                exam.Name,
                exam.Route,
                exam.Group,
                exam.Start,
                exam.End,
                State: sitting.PublishedAt is not null && exam.State == ExamState.Decided ? "published" : exam.State.ToString().ToLowerInvariant(),
                exam.Presence,
                Presentation: MaySee(exam) ? exam.Deliberation!.Presentation : null,
                exam.Response,
                exam.ConvenedAt,
                Recusals: exam.Recusals.Select(r => new MemberReason(r.Person, sitting.Member(r.Person)?.Name, r.Reason, r.At)),
                Waivers: judges && exam.State != ExamState.Decided ? [] : exam.Waivers.Select(w => new MemberReason(w.Person, sitting.Member(w.Person)?.Name, w.Reason, w.At)),
                Away: exam.Away.Select(a => new ShownAbsence(a.Person, sitting.Member(a.Person)?.Name, a.Kind, a.Reason, a.At)),
                Ending: exam.Ending is { } ending ? new ShownEnding(ending.Kind, ending.Reason, ending.At) : null,
                Annulled: MaySee(exam) || exam.Candidate != self ? exam.Annulled.Select(a => new ShownAnnulment(a.Annulment.Reason, a.Annulment.At, a.Anew)) : [],
                Linked: linked.Where(l => l.Candidate == exam.Candidate && !exam.Recused(l.Person)).Select(l => new LinkedMember(l.Person, sitting.Member(l.Person)?.Name)),
                Findings: exam.Recusals.Count + exam.Away.Count == 0 && !AtOpening(exam).Any() ? []
                    : findings.Show(SittingVerbs.Findings(sitting, sitting.Seated(sitting.Judging(exam).Where(m => !AtOpening(exam).Contains(m.Person))), certification), language),
                exam.Assessment,
                Sheets: judges && exam.State != ExamState.Decided ? [] : sitting.Judging(exam).Select(m => new SheetProgress(m.Person, m.Name, Submitted: exam.SheetOf(m.Person) is { State: not SheetState.Draft })),
                Decisions: MaySee(exam) ? exam.Deliberation!.Decisions.Select(d => new ShownDecision(d.Block, d.Acquired, d.Reason, d.Votes is { } votes ? new ShownVotes(votes.For, votes.Against, votes.Abstained, votes.CastingVote) : null)) : null,
                Award: MaySee(exam) ? exam.Deliberation!.Award : null))));

        // Whom a link keeps off this candidate will have stepped back when the sitting opens.
        IEnumerable<string> AtOpening(Exam exam) => sitting.State == SittingState.Convened ? linked.Where(l => l.Candidate == exam.Candidate).Select(l => l.Person) : [];

        bool MaySee(Exam exam) => exam.State == ExamState.Decided && (exam.Candidate != self || sitting.PublishedAt is not null);
    }

    // Everybody whom the minutes wait for, and whether what they acknowledged last is what they are shown now. A fingerprint is of every decision.
    private async Task<IReadOnlyList<ShownAcknowledgement>> AcknowledgementsAsync(Sitting sitting, bool maySeeAll, CancellationToken cancellation)
    {
        var asked = new List<ShownAcknowledgement>();
        foreach (var member in sitting.Panel.Where(m => SittingVerbs.WhyNotAcknowledge(sitting, m.Person) is null))
        {
            var now = await people.GetAsync(member.Person, cancellation) is { } reader
                ? fingerprints.Current(sitting, reader)
                : null;
            var done = now ?? sitting.LastAcknowledged(member.Person);
            asked.Add(new ShownAcknowledgement(member.Person, member.Name, done?.At, done?.Reservation, Current: now is not null, maySeeAll && done?.Fingerprint is { } whole ? MinutesFingerprint.Short(whole) : null));
        }

        return asked;
    }
}
