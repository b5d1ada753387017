using JuryBot.Domain.Transmissions;
using JuryBot.Storage;

namespace JuryBot.Features;

/// <summary>What else must be done of a title that was annulled after it had left for the Caisse des Dépôts (certification §5).</summary>
/// <param name="IdTechnique">What it is called there.</param>
/// <param name="ToDo">In words.</param>
internal sealed record AnnulledTitle(string IdTechnique, TransmissionState State, string ToDo);

/// <param name="ToDo">Empty when nothing.</param>
internal sealed record AnnulmentReport(IReadOnlyList<AnnulledTitle> ToDo);

internal sealed class AnnulledTitles(Store store)
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <returns><c>null</c> for a title that has not left, or that was refused.</returns>
    public static string? ToDo(TransmissionState state, string language) =>
        state is TransmissionState.Exported or TransmissionState.Accepted ? Texts.Get(language, $"AnnulledTitle.{state}") : null;

    /// <summary>Of those of a candidate's titles that have left.</summary>
    /// <param name="titles">Ids of titles.</param>
    public async Task<IReadOnlyList<AnnulledTitle>> OfAsync(string candidate, IReadOnlyCollection<string> titles, string language, CancellationToken cancellation)
    {
        if (titles.Count == 0 || await store.ReadAsync(Aggregates.Transmissions, candidate, cancellation) is not { } transmission)
        {
            return [];
        }

        return [.. from title in titles let state = transmission.Of(title).State let toDo = ToDo(state, language) where toDo is not null select new AnnulledTitle(title, state, toDo)];
    }
}
