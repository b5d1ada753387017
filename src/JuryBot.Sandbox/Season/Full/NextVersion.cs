namespace JuryBot.Sandbox.Season.Full;

/// <summary>A candidate who acquired nothing comes again under the next version of the certification, and a jury of that version hears them.</summary>
internal sealed class NextVersion() : SeasonStep("Next version of the certification", Again, Kept, Heard)
{
    private const string Again = "a candidate enrolled again under another version of the certification: every block to present anew", Kept = "what was said under the version before stays in their record",
        Heard = "a jury under the other version: its result in that enrolment alone";

    private const string Reason = "Parcours repris sous la nouvelle version du référentiel.";

    // Entered within the registration, so that its juries need a reason.
    private const int Promotion = 2022;

    private static readonly JuryCall Call = new("2", new(2027, 7, 1), new(2027, 7, 9), Promotion, Reason) { Certification = NextCertification.Id };

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        var candidate = cast.IdOf(cast.Failing);
        await office.Api.UploadAsync(
            office.Coordinator, $"api/rosters/candidates?certification={Uri.EscapeDataString(NextCertification.Id)}", "candidats.csv", RosterFiles.CandidatesCsv([new RosterEntry(cast.Failing, "initial", Promotion)]), ct);
        var record = await season.RecordAsync(candidate, ct);
        season.Saw(Again, record["certification"]!.ToString() == NextCertification.Id && record["blocks"]!.AsArray().All(b => b!["missing"]!.GetValue<bool>() && b["state"]!.ToString() == "none"), record["certification"]);
        season.Saw(Kept, record["earlier"]!.AsArray() is [{ } before] && before["certification"]!.ToString() == "RNCP31168@2018" && before["blocks"]!.AsArray().All(b => b!["state"]!.ToString() == "notAcquired"), record["earlier"]);

        var (_, sittings) = await season.ConveneAsync(Call, [candidate], ct);
        foreach (var id in sittings)
        {
            var day = await season.ComeAsync(id, cast.SecondVerdicts, ct);
            await day.Day.OpenAsync(null, ct);
            await day.HearAsync(candidate, ct);
            await office.ClosedAsync(id, ct);
        }

        await office.PublishAsync(sittings, ct);
        var after = await season.RecordAsync(candidate, ct);
        season.Saw(Heard, StateOf(after) == "proposedFavourable" && StateOf(after["earlier"]![0]!) == "notAcquired", StateOf(after));

        string StateOf(System.Text.Json.Nodes.JsonNode course) => course["blocks"]!.AsArray().Single(b => b!["block"]!.ToString() == Call.Block)!["state"]!.ToString();
    }
}
