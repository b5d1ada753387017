using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>After the final jury a candidate without the title is told what is missing, and how to present it again.</summary>
internal sealed class WhatIsMissing() : SeasonStep("What is missing", InRecord, ToCandidate)
{
    private const string InRecord = "a record says what is missing, how it is presented again, and until which promotion without a reason", ToCandidate = "the candidate asks in Teams and is told the same";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, candidate) = (season.Office, season.Cast.Returning);
        var record = await season.RecordAsync(season.Cast.IdOf(candidate), ct);
        var missing = record["blocks"]!.AsArray().Where(b => b!["missing"]!.GetValue<bool>()).ToList();
        season.Saw(
            InRecord,
            missing is [{ } only] && (only["block"]!.ToString(), only["intermediate"]!.ToString()) == ("5", "first") && record["title"]!.ToString() == "blocksFirst" && record["limit"]!["lastYear"]!.ToString() == $"{Play.Promotion}",
            new JsonArray([.. missing.Select(b => b!.DeepClone()), record["title"]!.DeepClone(), record["limit"]?.DeepClone()]));

        await office.Tenant.Teams.SayAsync(candidate, "mes blocs", ct);
        await office.Clock.UntilAsync("the candidate's blocks", () => Told().Contains("À présenter de nouveau", StringComparison.Ordinal), ct);
        season.Saw(
            ToCandidate,
            Told().Contains("À présenter de nouveau à un jury intermédiaire de ce bloc, puis au jury de certification.", StringComparison.Ordinal) && Told().Contains($"jusqu'au jury de la promotion {Play.Promotion}", StringComparison.Ordinal),
            Told());

        string Told() => string.Join('\n', office.Tenant.Chats.Cards(candidate)[0].Card!.Texts);
    }
}
