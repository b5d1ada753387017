namespace JuryBot.Sandbox.Season.Full;

/// <summary>Rosters: what may not enter is refused before anything is stored.</summary>
internal sealed class Enrolling() : SeasonStep("Rosters", Closed, Early, Imported)
{
    private const string Closed = "a closed access route refused, with the reason", Early = "an entry outside every registration refused", Imported = "candidates of four routes, for the title or for some blocks, and jurors";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, someone) = (season.Office, season.Cast.Laureate);
        var (closed, early) = (await FaultAsync(new RosterEntry(someone, "Contrat d'apprentissage", Play.Promotion)), await FaultAsync(new RosterEntry(someone, "initial", 2011)));
        season.Saw(Closed, closed is ("RouteClosed", [_, ..]), closed);
        season.Saw(Early, early is ("NotRegistered", [_, ..]), early);

        // Each is known to JuryBot from the first time they come.
        foreach (var coordinator in office.Tenant.Organisation.Coordinators)
        {
            await office.Api.GetAsync(coordinator, "api/me", ct);
        }

        var listed = await office.ImportAsync(RosterFiles.CandidatesCsv(season.Cast.Roster()), ct);
        season.Cast.Take(listed);
        season.Saw(Imported, listed.Select(c => c!["route"]!.ToString()).Distinct().Count() == 4 && listed.Count(c => c!["blockAccess"] is not null) == 1, $"{listed.Count} candidates");

        async Task<(string Rule, string Text)> FaultAsync(RosterEntry entry)
        {
            var problem = await office.Api.UploadAsync(office.Coordinator, "api/rosters/candidates", "candidats.csv", RosterFiles.CandidatesCsv([entry]), ct, refused: true);
            return problem!["errors"]!.AsArray() is [{ } only] ? (only["rule"]!.ToString(), only["text"]!.ToString()) : ("", "");
        }
    }
}
