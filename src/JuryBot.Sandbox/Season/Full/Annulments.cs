using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>The director annuls two decisions: one is decided anew by the same jury; the other, whose title was transmitted already, waits for another jury.</summary>
internal sealed class Annulments() : SeasonStep("Annulments", ByTheSameJury, HistoryStays, ForAnotherJury, ToTell)
{
    private const string ByTheSameJury = "a decision annulled by the director with a reason, and decided anew by the same jury", HistoryStays = "the annulled decision stays in the candidate's history",
        ForAnotherJury = "a decision annulled whose title was transmitted: the candidate waits for another jury",
        ToTell = "the office told what to do about a transmitted title that was annulled";

    private const string Mistake = "Erreur matérielle dans le relevé des votes.", Fraud = "Recours accepté : pièce jointe d'un autre dossier.";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        await AnewAsync(season, ct);
        await RevokeAsync(season, ct);
    }

    private static async Task AnewAsync(FullSeason season, CancellationToken ct)
    {
        var (office, candidate) = (season.Office, season.Cast.IdOf(season.Cast.Anew));
        var sitting = await AnnulAsync(season, candidate, sameJury: true, Mistake, ct);
        await office.Clock.UntilAsync("the annulment in the record", async () => (await season.RecordAsync(candidate, ct))["award"] is null, ct);
        var day = new SittingDay(office, season.Cast.FirstVerdicts, await office.SittingAsync(sitting, ct), season.Random);
        await office.Clock.UntilAsync("the card to deliberate anew", () => day.Cards.Find(day.Chair, "deliberation.show", candidate) is not null, ct);
        await day.Cards.PressAsync(day.Chair, "deliberation.show", candidate, null, ct);
        await day.DecideAsync(candidate, null, ct);
        await office.ClosedAsync(sitting, ct);
        await office.Clock.UntilAsync("the new decision in the record", async () => (await season.RecordAsync(candidate, ct))["award"] is not null, ct);

        var (exam, record) = (await season.ExamAsync(sitting, candidate, ct), await season.RecordAsync(candidate, ct));
        var annulled = exam["annulled"]!.AsArray().Single()!;
        season.Saw(ByTheSameJury, annulled["reason"]!.ToString() == Mistake && annulled["anew"]!.GetValue<bool>() && record["award"]!["outcome"]!.ToString() == "title", annulled);
        var history = record["blocks"]!.AsArray().Single(b => b!["block"]!.ToString() == "1")!["history"]!.AsArray().Where(h => h!["kind"]!.ToString() == "final").Select(h => h!["annulled"]!.GetValue<bool>());
        season.Saw(HistoryStays, history.SequenceEqual([true, false]), record["blocks"]);
    }

    private static async Task RevokeAsync(FullSeason season, CancellationToken ct)
    {
        var candidate = season.Cast.IdOf(season.Cast.Revoked);
        var sitting = await AnnulAsync(season, candidate, sameJury: false, Fraud, ct);
        await season.Office.Clock.UntilAsync("the annulment in the record", async () => (await season.RecordAsync(candidate, ct))["award"] is null, ct);
        var exam = await season.ExamAsync(sitting, candidate, ct);
        season.Saw(ForAnotherJury, exam["state"]!.ToString() == "notheld" && exam["ending"]!["kind"]!.ToString() == "annulled" && exam["ending"]!["reason"]!.ToString() == Fraud, exam["state"]);
        var row = await Transmissions.RowAsync(season, season.Cast.Revoked, ct);
        season.Saw(ToTell, row?["annulled"]!.GetValue<bool>() == true && row["toDo"] is not null, row);
    }

    private static async Task<string> AnnulAsync(FullSeason season, string candidate, bool sameJury, string reason, CancellationToken ct)
    {
        var sitting = await season.SittingOfAsync(season.Final.Sittings, candidate, ct);
        await season.Office.Api.PostAsync(
            season.Office.Tenant.Organisation.Director, $"api/sittings/{sitting}/exams/{candidate}/annulment", new JsonObject { ["sameJury"] = sameJury, ["reason"] = reason }, ct);
        return sitting;
    }
}
