using System.Text.Json;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>A revision as the coordinator reads it before anything is sent: what becomes of each sitting, and what each person will receive.</summary>
internal sealed class ShowRevision(Store store, Blobs documents, OrganisationSettings organisation, RefusalTexts texts)
{
    private static readonly Texts Texts = Texts.Of("Features.Sessions");

    /// <param name="nameOf">A person's name.</param>
    public async Task<ShownChange?> ShowAsync(Session session, Func<string, string> nameOf, string language, CancellationToken cancellation)
    {
        if (session.Revision is not { } revision)
        {
            return null;
        }

        var jury = organisation.Certification(session.Certification).Jury(session.Kind);
        var proposal = revision.Document is { } name && await documents.GetAsync(name, cancellation) is { } document
            ? JsonSerializer.Deserialize<Proposal>(document, Json.Options)
            : null;
        return new ShownChange(
            revision.Request,
            revision.State,
            Moves: revision.Moves.Select(move => new MoveRequest(move.Sitting, move.Start.In(organisation.TimeZone), move.Room)),
            Done: revision.Cursor,
            Total: revision.Steps,
            Problem: revision.Problem is { } problem ? texts.SayAll(problem, language) : null,
            Refused: revision.Refused.Select(refused => new ShownRefusal(
                Sitting: proposal is null || ApplyRevision.Change(proposal, refused.Step) is not { } change ? null : When((change.Before ?? change.After)!, language),
                Text: texts.SayAll(refused.Why, language))),
            Sittings: proposal?.Sittings.Select(s => new ChangedSitting(
                s.Id,
                s.Begun,
                Change: s.Before is null ? SittingChange.New : s.After is null ? SittingChange.Cancelled : s.IsKept ? SittingChange.Kept : SittingChange.Changed,
                s.Moves,
                s.ChangesRoom,
                s.ChangesPanel,
                s.ChangesCandidates,
                Before: Show(s.Before, jury, language),
                After: Show(s.After, jury, language))),
            People: proposal is null ? null : Told(proposal, jury, language),
            Unscheduled: proposal?.Unscheduled.Select(left => LeftOut(left, nameOf)));
    }

    /// <summary>Members who declined, each with their sitting, so that a substitute is one press away.</summary>
    public async Task<IReadOnlyList<ShownDecline>> DeclinesAsync(Session session, string language, CancellationToken cancellation)
    {
        var declines = new List<ShownDecline>();
        foreach (var summary in session.Sittings.Where(s => s.Declined > 0 && s.State == "convened"))
        {
            if (await store.ReadAsync(Aggregates.Sittings, summary.Id, cancellation) is { State: SittingState.Convened } sitting)
            {
                var jury = SittingVerbs.Jury(sitting, organisation.CertificationOf(sitting));
                declines.AddRange(sitting.Panel.Where(m => m.Response == InvitationResponse.Declined).Select(m =>
                    new ShownDecline(sitting.Id, sitting.Start, sitting.RoomName, m.Person, m.Name, m.Role, jury.FindRole(m.Role)!.Name.In(language), m.Response)));
            }
        }

        return declines;
    }

    public static ShownLeftOut LeftOut(LeftOut left, Func<string, string> nameOf) =>
        new(left.Candidates.Select(c => new NamedPerson(c, nameOf(c))), left.Because, left.Proven, left.Repairs ?? []);

    private static ShownPlannedSitting? Show(PlannedSitting? sitting, JuryDefinition jury, string language) => sitting is null ? null : new(
        sitting.Start,
        sitting.End,
        sitting.Room,
        sitting.RoomName,
        sitting.Panel.Select(m => new NamedSeat(m.Role, jury.FindRole(m.Role)?.Name.In(language) ?? m.Role, m.Person, m.Name)),
        sitting.Candidates);

    // Who receives something, and what, in words: jurors, then candidates, each by name.
    private IEnumerable<ToldPerson> Told(Proposal proposal, JuryDefinition jury, string language)
    {
        var order = StringComparer.Create(Texts.Culture(language), ignoreCase: true);
        var jurors = proposal.Sittings.SelectMany(s => (s.Before?.Panel ?? []).Concat(s.After?.Panel ?? [])).DistinctBy(m => m.Person)
            .Select(m => (m.Person, m.Name, Kind: ToldKind.Juror, Lines: proposal.Changes().Select(s => ForJuror(s, m.Person, jury, language)).OfType<string>().ToList()));
        var candidates = proposal.Sittings.SelectMany(s => (s.Before?.Candidates ?? []).Concat(s.After?.Candidates ?? [])).DistinctBy(c => c.Id)
            .Select(c => (Person: c.Id, c.Name, Kind: ToldKind.Candidate, Lines: new[] { ForCandidate(proposal, c.Id, language) }.OfType<string>().ToList()));
        return jurors.OrderBy(p => p.Name, order).Concat(candidates.OrderBy(p => p.Name, order)).Where(p => p.Lines.Count > 0).Select(p => new ToldPerson(p.Person, p.Name, p.Kind, p.Lines));
    }

    private string? ForJuror(ProposedSitting sitting, string person, JuryDefinition jury, string language)
    {
        var (before, after) = (sitting.Before?.Panel.FirstOrDefault(m => m.Person == person), sitting.After?.Panel.FirstOrDefault(m => m.Person == person));
        return (before, after) switch
        {
            (null, null) => null,
            (null, { } seat) => T(language, "Juror.Joins", When(sitting.After!, language), sitting.After!.RoomName, jury.FindRole(seat.Role)?.Name.In(language) ?? seat.Role),
            (_, null) => T(language, "Juror.Leaves", When(sitting.Before!, language), sitting.Before!.RoomName),
            _ when sitting.Moves => T(language, "Juror.Moves", When(sitting.Before!, language), When(sitting.After!, language), sitting.After!.RoomName),
            _ when sitting.ChangesRoom => T(language, "Juror.Room", When(sitting.After!, language), sitting.After!.RoomName, sitting.Before!.RoomName),
            _ => T(language, sitting.ChangesPanel ? sitting.ChangesCandidates ? "Juror.Both" : "Juror.Panel" : "Juror.Candidates", When(sitting.After!, language)),
        };
    }

    private string? ForCandidate(Proposal proposal, string candidate, string language)
    {
        var (from, to) = (proposal.Before(candidate), proposal.After(candidate));
        var (before, after) = (from?.Before!.Candidates.First(c => c.Id == candidate), to?.After!.Candidates.First(c => c.Id == candidate));
        return (before, after) switch
        {
            (null, { } now) => T(language, "Candidate.Joins", Moment(now.Start, language), to!.After!.RoomName),
            ({ } was, null) => T(language, "Candidate.Leaves", Moment(was.Start, language)),
            ({ } was, { } now) when (was.Start, was.End) != (now.Start, now.End) => T(language, "Candidate.Moves", Moment(was.Start, language), Moment(now.Start, language), to!.After!.RoomName),
            ({ } was, { }) when from!.Before!.Room != to!.After!.Room => T(language, "Candidate.Room", Moment(was.Start, language), to.After.RoomName, from.Before.RoomName),
            ({ } was, { } now) when was.Group != now.Group => now.Group is null ? T(language, "Candidate.Alone", Moment(was.Start, language)) : T(language, "Candidate.Group", Moment(was.Start, language), now.Group),
            ({ } was, { }) when from!.Id != to!.Id => T(language, "Candidate.Again", Moment(was.Start, language)),
            _ => null,
        };
    }

    private string Moment(DateTimeOffset moment, string language) => moment.Long(organisation.TimeZone, language);

    private string When(PlannedSitting sitting, string language) => $"{Moment(sitting.Start, language)}–{sitting.End.Clock(organisation.TimeZone)}";

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
