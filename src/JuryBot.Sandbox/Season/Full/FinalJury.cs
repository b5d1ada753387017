using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>The certification jury: who sits is checked for each candidate, and every kind of decision is taken.</summary>
internal sealed class FinalJury() : SeasonStep(
    "Final jury", Irregular, Substituted, PerCandidate, HeldAnew, AbsentDecided, Livret, CastingVote, Abstained, Observed, AsProposed, Otherwise, Awarded, TitleRefused, Partial, NextYear, BlockAccess, Reserved)
{
    private const string Irregular = "opening refused: without one of its roles the panel is irregular", Substituted = "a substitute for the same role seated before the opening",
        PerCandidate = "composition checked again for each candidate", HeldAnew = "panel irregular for one candidate: the exam is held anew", AbsentDecided = "decided on a candidate who did not come: 5 blocks acquired, final jury required",
        Livret = "VAE: the whole livret 2 judged by the final jury", CastingVote = "a tie settled by the president's casting vote", Abstained = "an abstention counted", Observed = "an observation in the minutes",
        AsProposed = "blocks decided as proposed", Otherwise = "a block decided another way than proposed, with a reason", Awarded = "a title awarded", TitleRefused = "a title refused with a reason, by vote",
        Partial = "a partial validation, with certificates", NextYear = "N+1: heard without a reason by the next promotion's jury", BlockAccess = "block access: those blocks only, and no title", Reserved = "a member's reservation beside their acknowledgement";

    private const string Observation = "Félicitations du jury pour la soutenance.", Reservation = "Je regrette que le budget n'ait pas été discuté.", Why = "Le dossier présenté ce jour démontre la compétence.", Refusal = "Le projet personnel n'est pas celui du candidat.";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        season.Final = await season.ConveneAsync(Play.Juries[4], cast.Everybody, ct);
        foreach (var sitting in season.Final.Sittings)
        {
            var day = await season.ComeAsync(sitting, cast.FirstVerdicts, ct);
            if (sitting == season.Final.Sittings[0])
            {
                day = await MendAsync(season, day, ct);
            }

            await day.Day.OpenAsync(null, ct);
            foreach (var candidate in day.Day.Exams)
            {
                await HearAsync(season, day, candidate, ct);
            }

            await office.ClosedAsync(sitting, ct);
            await ReadMinutesAsync(season, day, day.Day.Exams.Contains(cast.IdOf(cast.Laureate)), ct);
        }

        await office.PublishAsync(season.Final.Sittings, ct);
        await ReadRecordsAsync(season, ct);
    }

    // One role is missing: the card says so, a substitute is seated, and the chair asks for the card again.
    private static async Task<EventfulDay> MendAsync(FullSeason season, EventfulDay day, CancellationToken ct)
    {
        var (office, chair) = (season.Office, day.Day.Chair);
        var (missing, substitute) = await SubstituteAsync(season, day, ct);
        var answer = await day.Cards.TryAsync(chair, "sitting.open", null, new() { ["present"] = string.Join(',', day.Day.Panel.Where(m => m != missing).Select(m => m.Id)) }, ct);
        var state = (await office.SittingAsync(day.Day.Id, ct))["state"]!.ToString();
        season.Saw(Irregular, answer.IsRefusal && state == "convened", state);

        await office.Api.PostAsync(office.Coordinator, $"api/sittings/{day.Day.Id}/replacements", new JsonObject { ["declined"] = missing.Id, ["substitute"] = substitute }, ct);
        var seated = (await office.SittingAsync(day.Day.Id, ct))["panel"]!.AsArray().Single(m => m!["role"]!.ToString() == missing.Role)!["person"]!.ToString();
        season.Saw(Substituted, seated == substitute && seated != missing.Id, seated);
        await office.Tenant.Teams.SayAsync(chair, "mes jurys", ct);
        var mended = await season.ComeAsync(day.Day.Id, season.Cast.FirstVerdicts, ct);
        await mended.Cards.PressAsync(chair, "sitting.open", null, null, ct);
        return mended;
    }

    // A member, not the chair, for whom somebody is free.
    private static async Task<((Person Person, string Id, string Role) Missing, string Substitute)> SubstituteAsync(FullSeason season, EventfulDay day, CancellationToken ct)
    {
        foreach (var member in day.Day.Panel.Where(m => m.Person != day.Day.Chair))
        {
            var substitutes = (await season.Office.Api.GetAsync(season.Office.Coordinator, $"api/sittings/{day.Day.Id}/substitutes/{member.Id}", ct))!.AsArray();
            if (substitutes.FirstOrDefault(s => s!["free"]?.GetValue<bool>() == true) is { } free)
            {
                return (member, free["person"]!.ToString());
            }
        }

        throw new SandboxException("There is no free substitute for any member.");
    }

    private static async Task HearAsync(FullSeason season, EventfulDay day, string candidate, CancellationToken ct)
    {
        var cast = season.Cast;
        if (candidate == cast.IdOf(cast.Unheard))
        {
            await FallShortAsync(season, day, candidate, ct);
            return;
        }

        if (candidate == cast.IdOf(cast.Absent))
        {
            await day.ReportAsync("absent", candidate, null, "Sans nouvelles.", ct);
            await day.Day.DeliberateAsync(candidate, () => new Dictionary<string, string> { ["presence"] = "absent", ["award"] = "" }, ct);
            return;
        }

        if (candidate == cast.IdOf(cast.Vae))
        {
            var sheet = day.Cards.Find(day.Day.Chair, "sheet.submit", candidate)!.Value;
            var blocks = sheet.Action.Inputs.Where(i => i.Id.StartsWith("j.", StringComparison.Ordinal)).Select(i => i.Id[2]).Where(char.IsAsciiDigit).Distinct().Count();
            season.Saw(Livret, blocks == 5 && sheet.Action.Inputs.Any(i => i.Choices.Values.Any(c => c.Contains("livret 2", StringComparison.Ordinal))), $"{blocks} blocks");
        }

        await day.HearAsync(candidate, ct, () => Decision(season, day, candidate));
        ReadDecision(season, candidate, await day.ExamAsync(candidate, ct));
    }

    private static Dictionary<string, string> Decision(FullSeason season, EventfulDay day, string candidate)
    {
        var cast = season.Cast;
        return candidate == cast.IdOf(cast.Vae) ? day.Vote("2", candidate, "for", "for", "against", "against", "abstain")
            : candidate == cast.IdOf(cast.Refused) ? new(day.Vote("award", candidate, "against", "for", "against", "against", "abstain")) { ["awardReason"] = Refusal }
            : candidate == cast.IdOf(cast.Excused) ? new() { ["b.2"] = "acquired", ["r.2"] = Why, ["award"] = "title" }
            : candidate == cast.IdOf(cast.Laureate) ? new() { ["observations"] = Observation }
            : [];
    }

    private static void ReadDecision(FullSeason season, string candidate, JsonNode exam)
    {
        var (cast, decisions, award) = (season.Cast, exam["decisions"]!.AsArray(), exam["award"]);
        if (candidate == cast.IdOf(cast.Vae))
        {
            var votes = decisions.Single(d => d!["block"]!.ToString() == "2")!["votes"]!;
            season.Saw(CastingVote, votes["castingVote"]!.GetValue<bool>() && votes["for"]!.GetValue<int>() == votes["against"]!.GetValue<int>(), votes);
            season.Saw(Abstained, votes["abstained"]!.GetValue<int>() == 1, votes);
        }
        else if (candidate == cast.IdOf(cast.Excused))
        {
            var decided = decisions.Single(d => d!["block"]!.ToString() == "2")!;
            season.Saw(Otherwise, decided["acquired"]!.GetValue<bool>() && decided["reason"]!.ToString() == Why, decided);
        }
        else if (candidate == cast.IdOf(cast.Refused))
        {
            season.Saw(TitleRefused, !award!["awarded"]!.GetValue<bool>() && award["reason"]!.ToString() == Refusal && award["votes"]!["against"]!.GetValue<int>() == 3, award);
        }
        else if (candidate == cast.IdOf(cast.Laureate))
        {
            season.Saw(AsProposed, decisions.Count == 5 && decisions.All(d => d!["acquired"]!.GetValue<bool>()), decisions);
        }
        else if (candidate == cast.IdOf(cast.BlockOnly))
        {
            season.Saw(BlockAccess, decisions.Select(d => d!["block"]!.ToString()).SequenceEqual(["1", "4"]) && award is null, decisions);
        }
    }

    private static async Task FallShortAsync(FullSeason season, EventfulDay day, string candidate, CancellationToken ct)
    {
        await day.RecuseAsync(day.Day.Panel.First(m => m.Role == "trainer").Person, candidate, "Un lien familial que je découvre.", ct);
        var (exam, whole) = (await day.ExamAsync(candidate, ct), (await season.Office.SittingAsync(day.Day.Id, ct))["findings"]!.AsArray());
        season.Saw(PerCandidate, IsIrregular(exam["findings"]!.AsArray()) && !IsIrregular(whole), exam["findings"]);
        var ended = (await day.ReportAsync("anew", candidate, null, "Le jury n'est plus complet pour ce candidat.", ct))!;
        season.Saw(HeldAnew, ended["state"]!.ToString() == "notheld" && ended["ending"]!["kind"]!.ToString() == "irregular", ended["state"]);

        static bool IsIrregular(JsonArray findings) => findings.Any(f => f!["severity"]!.ToString() == "error");
    }

    private static async Task ReadMinutesAsync(FullSeason season, EventfulDay day, bool observed, CancellationToken ct)
    {
        var reader = day.Day.Panel.First(m => m.Role == "directorRepresentative").Person;
        var said = await day.ReadMinutesAsync(reader, ct);
        await day.Cards.PressAsync(reader, "minutes.acknowledge", null, new() { ["reservation"] = Reservation }, ct);
        var acknowledged = (await season.Office.SittingAsync(day.Day.Id, ct))["acknowledgements"]!.AsArray();
        season.Saw(Reserved, acknowledged.Any(a => a!["reservation"]?.ToString() == Reservation), acknowledged);
        if (observed)
        {
            season.Saw(Observed, said.Contains(Observation, StringComparison.Ordinal), said);
        }
    }

    private static async Task ReadRecordsAsync(FullSeason season, CancellationToken ct)
    {
        var cast = season.Cast;
        var (laureate, absent, returning) = (await RecordAsync(cast.Laureate), await RecordAsync(cast.Absent), await RecordAsync(cast.Returning));
        season.Saw(Awarded, laureate["award"]?["outcome"]?.ToString() == "title", laureate["award"]);
        season.Saw(AbsentDecided, absent["overall"]!.ToString() == "allBlocksFinalJuryRequired" && absent["award"] is null, absent["overall"]);
        season.Saw(NextYear, returning["promotion"]!.ToString() == "2026" && returning["award"]?["outcome"]?.ToString() == "partial", returning["award"]);
        var vae = await RecordAsync(cast.Vae);
        season.Saw(Partial, vae["award"]?["outcome"]?.ToString() == "partial" && vae["certificates"]!.AsArray().Count == 4, vae["award"]);

        Task<JsonNode> RecordAsync(Person candidate) => season.RecordAsync(cast.IdOf(candidate), ct);
    }
}
