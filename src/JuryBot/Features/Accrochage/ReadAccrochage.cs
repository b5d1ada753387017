using JuryBot.Configuration;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Accrochage;

/// <summary>A published title and where its transmission to the Caisse des Dépôts stands.</summary>
/// <param name="IdTechnique">What it is called there.</param>
/// <param name="Exports">When it was sent, oldest first.</param>
/// <param name="Message">Why it was refused there.</param>
/// <param name="Hints">What may be wrong, in words; <c>null</c> unless it was refused.</param>
/// <param name="BirthData">Whether birth data is there.</param>
/// <param name="ToDo">What else must be done of an annulled one that was sent, in words.</param>
internal sealed record TransmittedTitle(
    string IdTechnique,
    string Candidate,
    string Name,
    string Certification,
    bool Fictitious,
    string Sitting,
    DateTimeOffset DecidedAt,
    DateTimeOffset? PublishedAt,
    TransmissionState State,
    IReadOnlyList<TitleExport> Exports,
    string? Message,
    IEnumerable<string>? Hints,
    bool BirthData,
    DateOnly DueOn,
    bool Late,
    bool Annulled,
    string? ToDo);

/// <summary>GET /api/accrochage: every published title, where its transmission stands and until when it is due; annulled ones that were sent too,
/// with what else must be done. Says whether birth data is there, never what it is.</summary>
internal sealed class ReadAccrochage(Dossiers dossiers, Store store, OrganisationSettings organisation, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    public async Task<Ok<IEnumerable<TransmittedTitle>>> ListAsync(HttpContext http)
    {
        var language = http.Caller().Language;
        var today = DateOnly.FromDateTime(time.GetUtcNow().In(organisation.TimeZone));
        return TypedResults.Ok((await dossiers.ListAsync(http.RequestAborted)).Where(IsShown).Select(dossier =>
        {
            var (award, standing) = (dossier.Title.Award, dossier.Standing);
            var due = dossier.DueOn(organisation.TimeZone);
            return new TransmittedTitle(
                IdTechnique: dossier.Title.Id,
                Candidate: dossier.Record.Id,
                dossier.Record.Name,
                Certification: organisation.Certification(dossier.Record.Certification).Code,
                Fictitious: organisation.IsFictitious(dossier.Record.Certification, award.DecidedAt),
                award.Sitting,
                award.DecidedAt,
                award.PublishedAt,
                standing.State,
                standing.Exports,
                Message: standing.Refusal?.Message,
                Hints: standing.Refusal is { } refusal ? ReceiptHints.Of(refusal.Message).Select(hint => Texts.Get(language, $"Hint.{hint}")) : null,
                BirthData: dossier.Transmission.Birth is not null,
                DueOn: due,
                Late: dossier.IsOwed && today > due,
                Annulled: award.Annulled is not null,
                ToDo: award.Annulled is null ? null : AnnulledTitles.ToDo(standing.State, language));
        }));
    }

    /// <summary>GET /api/accrochage/{id}/birth: what was entered, for who corrects it.</summary>
    public async Task<Results<Ok<BirthForm>, NotFound>> BirthAsync(string id, CancellationToken cancellation) =>
        await store.ReadAsync(Aggregates.Transmissions, id, cancellation) is { Birth: { } birth } known ? TypedResults.Ok(new BirthForm(birth.Data, EnterBirth.SeenOf(known))) : TypedResults.NotFound();

    private static bool IsShown(Dossier dossier) => dossier.Title.Stands
        || (dossier.Title.Award is { PublishedAt: not null } && dossier.Standing.State is TransmissionState.Exported or TransmissionState.Accepted);
}
