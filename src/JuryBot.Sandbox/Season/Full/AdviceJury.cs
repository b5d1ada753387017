using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>A jury on the synthesis block, whose word is advice: put off as a whole at first; then it is looked at what members see of each other's sheets, and when.</summary>
internal sealed class AdviceJury() : SeasonStep("Intermediate jury, block 3, as advice", PutOff, PlacedAgain, Blind, Shown, Apart, Advice)
{
    private const string PutOff = "a whole sitting postponed with a reason: its events cancelled, its candidates waiting", PlacedAgain = "the candidates of a postponed sitting placed anew by a revision, in another sitting",
        Blind = "before the deliberation a member asks for another's sheet, and the coordination for both, and are refused", Shown = "the deliberation open, each member reads the other's sheet; once it is closed, the coordination does",
        Apart = "sheets side by side: the criterion members differ on most comes first, with Krippendorff's α and what it means", Advice = "a jury on the synthesis block is advice: it proposes nothing";

    private const string Reason = "Grève des transports.", FirstRemark = "Remarque 5c2e sur la médiation.", SecondRemark = "Remarque 8d1f sur le budget.";
    private static readonly JuryCall Call = new("3", new(2027, 2, 8), new(2027, 2, 19), Play.Promotion);

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        IReadOnlyList<string> heard = [cast.IdOf(cast.Refused), cast.IdOf(cast.Anew)];
        var (session, planned) = await season.ConveneAsync(Call, heard, ct);
        var sittings = await PutOffAsync(season, session, planned, heard, ct);
        var advised = new JsonArray();
        foreach (var id in sittings)
        {
            var day = await season.ComeAsync(id, cast.FirstVerdicts, ct);
            await day.Day.OpenAsync(null, ct);
            foreach (var candidate in day.Day.Exams)
            {
                await (candidate == heard[0] ? HearBlindAsync(season, day, candidate, ct) : day.HearAsync(candidate, ct));
                advised.Add((await day.ExamAsync(candidate, ct)).DeepClone());
            }

            await office.ClosedAsync(id, ct);
        }

        await office.PublishAsync(sittings, ct);
        var record = await season.RecordAsync(heard[0], ct);
        var block = record["blocks"]!.AsArray().Single(b => b!["block"]!.ToString() == Call.Block)!;
        season.Saw(Advice, advised.Count == heard.Count && advised.All(e => e!["state"]!.ToString() == "decided" && e["decisions"]!.AsArray().Count == 0) && block["state"]!.ToString() == "none", block);
    }

    private static async Task<IReadOnlyList<string>> PutOffAsync(FullSeason season, string session, IReadOnlyList<string> planned, IReadOnlyList<string> heard, CancellationToken ct)
    {
        var (office, own) = (season.Office, season.Cast.Refused);
        var sitting = await season.SittingOfAsync(planned, heard[0], ct);
        var start = DateTimeOffset.Parse((await season.ExamAsync(sitting, heard[0], ct))["start"]!.ToString(), CultureInfo.InvariantCulture);
        await office.Clock.UntilAsync("the candidate's event", () => Stands(own), ct);
        await office.Api.PostAsync(office.Coordinator, $"api/sittings/{sitting}/postponement", new JsonObject { ["reason"] = Reason }, ct);
        await office.Clock.UntilAsync("the events cancelled", () => !Stands(own), ct);
        var put = await office.SittingAsync(sitting, ct);
        season.Saw(PutOff, put["state"]!.ToString() == "cancelled" && put["exams"]!.AsArray().All(e => e!["ending"]?["kind"]!.ToString() == "postponed" && e["ending"]!["reason"]!.ToString() == Reason), put["state"]);

        await office.ReviseAsync(session, heard[0], ct);
        var sittings = await office.SittingsAsync(session, [.. heard], ct);
        season.Saw(PlacedAgain, !sittings.Contains(sitting), string.Join(", ", sittings));
        await season.Invitations.AnswerAsync(sittings, ct);
        return sittings;

        bool Stands(Person candidate) => office.Tenant.Calendars.All(candidate.Mail).Any(item => item is { IsOrganizer: false, IsCancelled: false } && item.Start == start);
    }

    private static async Task HearBlindAsync(FullSeason season, EventfulDay day, string candidate, CancellationToken ct)
    {
        var (office, chair) = (season.Office, day.Day.Chair);
        var members = day.Day.Panel.Select(m => m.Person).Where(p => p != chair && p.HasAccount).ToList();
        var criteria = Criteria(chair);
        foreach (var member in members)
        {
            await HandInAsync(member, SecondRemark, differing: criteria[^1]);
        }

        // The chair has not handed in a sheet yet and could still follow what they read.
        var sheets = $"api/sittings/{day.Day.Id}/exams/{candidate}/sheets";
        var (message, action) = day.Cards.Find(chair, "sheet.submit", candidate)!.Value;
        var refused = true;
        foreach (var verb in new[] { "deliberation.show", "deliberation.open" })
        {
            refused &= (await office.Tenant.Teams.SendAsync(chair, message, action.Type, verb, action.Id, action.Data.DeepClone().AsObject(), ct)).IsRefusal;
        }

        var still = await office.Api.RefusedAsync(office.Coordinator, HttpMethod.Get, sheets, null, ct);
        season.Saw(Blind, refused && !day.Cards.Say(chair, SecondRemark) && still == "SheetsStillBlind", still);

        await HandInAsync(chair, FirstRemark, differing: null);
        var texts = new List<string>();
        await day.Day.DeliberateAsync(candidate, () =>
        {
            var card = office.Tenant.Chats.Cards(chair).First(m => m.Card!.Actions.Any(a => a.Verb == "deliberation.decide" && a.Data["candidate"]?.ToString() == candidate)).Card!;
            texts = [.. card.Texts];
            return new Dictionary<string, string>();
        }, ct);
        await office.Clock.UntilAsync("the sheets side by side for the members", () => members.TrueForAll(m => day.Cards.Say(m, FirstRemark)), ct);
        var read = (await office.Api.GetAsync(office.Coordinator, sheets, ct))!.AsArray();
        season.Saw(Shown, texts.Exists(t => t.Contains(SecondRemark, StringComparison.Ordinal)) && read.Any(s => s!["overall"]?.ToString() == SecondRemark), texts.Count);
        season.Saw(Apart, texts.Exists(t => t.Contains("α de Krippendorff, ordinal", StringComparison.Ordinal) && t.Contains("le jury décide", StringComparison.Ordinal)) && Row(criteria[^1]) is >= 0 and var first && first < Row(criteria[0]), string.Join('\n', texts));

        int Row(string criterion) => texts.FindIndex(t => t.Contains($"**{criterion}", StringComparison.Ordinal) || t == criterion);

        List<string> Criteria(Person juror) => [.. day.Cards.Find(juror, "sheet.submit", candidate)!.Value.Action.Inputs.Where(i => i.Id.StartsWith("j.", StringComparison.Ordinal)).Select(i => i.Id[2..])];

        async Task HandInAsync(Person juror, string remark, string? differing)
        {
            var values = Criteria(juror).ToDictionary(c => $"j.{c}", c => c == differing ? "notAcquired" : "acquired");
            values["overall"] = remark;
            if (differing is not null)
            {
                values[$"t.{differing}"] = "Reste à démontrer.";
            }

            await day.Cards.PressAsync(juror, "sheet.submit", candidate, values, ct);
            await day.Cards.PressAsync(juror, "sheet.confirm", candidate, null, ct);
        }
    }
}
