namespace JuryBot.Sandbox.Season.Full;

/// <summary>Rosters: what may not enter is refused before anything is stored.</summary>
internal sealed class Enrolling() : SeasonStep("Rosters", Closed, Early, Imported)
{
    private const string Closed = "a closed access route refused", Early = "an entry outside every registration refused", Imported = "candidates of four routes, for the title or for some blocks, and jurors";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, someone) = (season.Office, season.Cast.Laureate);
        season.Saw(Closed, (await RulesAsync(new RosterEntry(someone, "Contrat d'apprentissage", Play.Promotion))).Contains("RouteClosed"));
        season.Saw(Early, (await RulesAsync(new RosterEntry(someone, "initial", 2011))).Contains("NotRegistered"));

        var listed = await office.ImportAsync(RosterFiles.CandidatesCsv(season.Cast.Roster()), ct);
        season.Cast.Take(listed);
        season.Saw(Imported, listed.Select(c => c!["route"]!.ToString()).Distinct().Count() == 4 && listed.Count(c => c!["blockAccess"] is not null) == 1, $"{listed.Count} candidates");

        async Task<IReadOnlyList<string?>> RulesAsync(RosterEntry entry)
        {
            var problem = await office.Api.UploadAsync(office.Coordinator, "api/rosters/candidates", "candidats.csv", RosterFiles.CandidatesCsv([entry]), ct, refused: true);
            return [.. problem!["errors"]!.AsArray().Select(e => e!["rule"]?.ToString())];
        }
    }
}
