using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Independence;

/// <summary>Takes what jurors declared to their links and to the sittings they sit in, and asks those who must be asked again. What is written is the
/// declaration as it stands now, whenever that was decided.</summary>
internal sealed class SpreadDeclarations(
    Store store, SessionPanels panels, PanelLinks links, PeopleRegister people, Messenger messenger, DeclarationCard card, OrganisationSettings organisation, TimeProvider time)
{
    public async Task SpreadAsync(SpreadDeclaration effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { } session || session.DeclarationOf(effect.Person) is not { Signed: [.., var signature] } declaration)
        {
            return;
        }

        var declared = signature.Statements.Where(s => s.Link is not null).Select(s => new Link(s.Candidate, s.Link!.Value)).ToList();
        await store.ExecuteAsync(
            Aggregates.People,
            effect.Person,
            new Command("person.declare", effect.Person),
            person => person is null ? new Refusal("UnknownJuror") : PersonVerbs.Declare(person, session.Id, declared),
            ct: cancellation);
        var sittings = await panels.AllAsync(session, cancellation);
        foreach (var sitting in sittings.Where(sitting => sitting.Member(effect.Person) is not null))
        {
            // As it is by then: it may have been opened since it was read.
            var noted = await NoteAsync(sitting, declaration, cancellation);
            await StepBackAsync(noted.State ?? sitting, effect.Person, cancellation);
        }

        await RefreshAsync(session, declaration, sittings, cancellation);
    }

    public async Task GatherAsync(GatherDeclarations effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { } session || await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { } sitting)
        {
            return;
        }

        // Of this sitting alone: every other one gathers for itself.
        var ask = new List<string>();
        foreach (var juror in sitting.Panel.Select(m => m.Person))
        {
            if (session.DeclarationOf(juror) is { } declaration)
            {
                await NoteAsync(sitting, declaration, cancellation);
            }

            if (DeclarationVerbs.Outstanding(session, juror, panels.Owed(juror, [sitting])).Count > 0 && DeclarationVerbs.MustAsk(session, juror, await IsAskedAtOnceAsync(juror, cancellation)))
            {
                ask.Add(juror);
            }
        }

        if (ask.Count > 0)
        {
            await store.ExecuteAsync(
                Aggregates.Sessions, session.Id, new Command("declaration.ask", sitting.Coordinator, Cause: delivery.Cause), known => DeclarationVerbs.Ask(known!, ask, time.GetUtcNow()), ct: cancellation);
        }
    }

    // The cards that asked, wherever the juror signed: they ask for nothing that is signed.
    private async Task RefreshAsync(Session session, Declaration declaration, IReadOnlyList<Sitting> sittings, CancellationToken cancellation)
    {
        if (declaration.Asked.IsEmpty || await people.GetAsync(declaration.Person, cancellation) is not { } juror)
        {
            return;
        }

        var shown = card.Show(session, juror, panels.Owed(juror.Id, sittings));
        foreach (var round in Enumerable.Range(1, declaration.Asked.Count))
        {
            try
            {
                await messenger.ReplaceAsync(DeclarationCard.Key(session.Id, juror.Id, round), shown, cancellation);
            }
            catch (PoisonException)
            {
                // Whoever removed the app sees no card.
            }
        }
    }

    // The convocation of whoever has no account brings the link already.
    private async Task<bool> IsAskedAtOnceAsync(string juror, CancellationToken cancellation) =>
        organisation.RequireDeclarations && (await people.GetAsync(juror, cancellation))?.EntraId is not null;

    private Task<Outcome<Sitting>> NoteAsync(Sitting sitting, Declaration declaration, CancellationToken cancellation) => store.ExecuteAsync(
        Aggregates.Sittings, sitting.Id, new Command("sitting.note-declaration", declaration.Person), known => SittingVerbs.NoteDeclaration(known!, declaration), ct: cancellation);

    private async Task StepBackAsync(Sitting sitting, string juror, CancellationToken cancellation)
    {
        if (sitting.State == SittingState.Open && (await links.BlockingAsync(sitting, cancellation)).Where(l => l.Person == juror).ToList() is { Count: > 0 } linked)
        {
            await store.ExecuteAsync(
                Aggregates.Sittings,
                sitting.Id,
                new Command("sitting.step-back", juror),
                known => SittingVerbs.StepBack(known!, linked, links.Reason, organisation.CertificationOf(known!), time.GetUtcNow()),
                ct: cancellation);
        }
    }
}
