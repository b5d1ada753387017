using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Sandbox.Season;

/// <summary>A sitting's day, lived in chat: the chair opens it, members grade, the chair opens each deliberation and records the decision.</summary>
/// <param name="sitting">As JuryBot's API shows it.</param>
/// <param name="mails">Candidates' mail addresses, by id.</param>
internal sealed class SittingDay(SandboxRun run, SeasonClock clock, Verdicts verdicts, JsonObject sitting, IReadOnlyDictionary<string, string> mails, Random random)
{
    private readonly Tenant tenant = run.Tenant;
    private readonly string id = sitting["id"]!.ToString();
    private readonly bool final = sitting["kind"]!.ToString() == "final";

    private List<(Person Person, string Id, string Role)> Panel => [.. sitting["panel"]!.AsArray()
        .Select(m => (PersonOf(m!["mail"]!.ToString()), m["person"]!.ToString(), m["role"]!.ToString()))];

    public async Task LiveAsync(CancellationToken ct)
    {
        var start = DateTimeOffset.Parse(sitting["start"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        await clock.MoveAsync(start - TimeSpan.FromMinutes(29), ct);
        var panel = Panel;
        var chair = panel.First(m => m.Role is "chair" or "president").Person;
        await clock.UntilAsync("the card that opens the sitting", () => Find(chair, "sitting.open") is not null, ct);
        await clock.MoveAsync(start, ct);
        await PressAsync(chair, "sitting.open", null, null, ct);

        var exams = sitting["exams"]!.AsArray().Select(e => (Id: e!["candidate"]!.ToString(), Mail: mails[e["candidate"]!.ToString()])).ToList();
        await clock.UntilAsync("the score sheets", () => exams.TrueForAll(e => panel.TrueForAll(m => Find(m.Person, "sheet.submit", e.Id) is not null)), ct);
        await TryMistakesAsync(panel[0].Person, exams[0].Id, exams[0].Mail, ct);
        foreach (var exam in exams)
        {
            foreach (var (member, index) in panel.Select((m, i) => (m.Person, i)))
            {
                var answers = SheetAnswers.For(Find(member, "sheet.submit", exam.Id)!.Value.Action, block => Passes(exam.Mail, block), random);
                if (index == 0)
                {
                    await PressAsync(member, "sheet.save", exam.Id, answers, ct);
                }

                await PressAsync(member, "sheet.submit", exam.Id, answers, ct);
                await PressAsync(member, "sheet.confirm", exam.Id, null, ct);
            }

            await clock.UntilAsync("the deliberation's card", () => Find(chair, "deliberation.open", exam.Id) is not null, ct);
            await PressAsync(chair, "deliberation.open", exam.Id, null, ct);
            await PressAsync(chair, "deliberation.decide", exam.Id, Decide(exam.Id, exam.Mail, chair), ct);
            await PressAsync(chair, "deliberation.confirm", exam.Id, null, ct);
        }
    }

    // What goes wrong on a first day: a criterion forgotten, a comment missing, a mark out of range, a stranger with the card's data.
    private async Task TryMistakesAsync(Person juror, string candidate, string mail, CancellationToken ct)
    {
        var good = SheetAnswers.For(Find(juror, "sheet.submit", candidate)!.Value.Action, block => Passes(mail, block), random);
        var criterion = good.Keys.First(k => k.StartsWith("j.", StringComparison.Ordinal))[2..];
        await RefusedAsync(juror, candidate, new(good) { [$"j.{criterion}"] = "" }, ct);
        await RefusedAsync(juror, candidate, new(good) { [$"j.{criterion}"] = "notAcquired", [$"t.{criterion}"] = "" }, ct);
        await RefusedAsync(juror, candidate, new(good) { [$"m.{criterion}"] = "25" }, ct);

        var (message, action) = Find(juror, "sheet.submit", candidate)!.Value;
        var stranger = tenant.Organisation.Jurors.First(j => Panel.TrueForAll(m => m.Person != j));
        var answer = await tenant.Teams.SendAsync(stranger, message, action.Type, action.Verb, action.Id, action.Fill(good), ct);
        Check(answer.IsRefusal && answer.Body!["value"] is JsonValue, "A stranger's sheet was not refused.");
    }

    // Sent as a client that checks nothing would: the refusal comes back on the card, which keeps what was typed.
    private async Task RefusedAsync(Person juror, string candidate, Dictionary<string, string> values, CancellationToken ct)
    {
        var (message, action) = Find(juror, "sheet.submit", candidate)!.Value;
        var data = action.Data.DeepClone().AsObject();
        foreach (var (input, value) in values)
        {
            data[input] = value;
        }

        var answer = await tenant.Teams.SendAsync(juror, message, action.Type, action.Verb, action.Id, data, ct);
        var card = answer.Body?["value"] as JsonObject;
        Check(answer.IsRefusal && card is not null, "A wrong sheet was not refused on its card.");
        var kept = new ReceivedCard(card!);
        Check(values.All(v => v.Value.Length == 0 || kept.Inputs.Any(i => i.Id == v.Key && i.Value == v.Value)), "A refused sheet lost what was typed.");
    }

    private Dictionary<string, string> Decide(string candidate, string mail, Person chair)
    {
        var inputs = Find(chair, "deliberation.decide", candidate)!.Value.Action.Inputs;
        var values = new Dictionary<string, string>();
        foreach (var block in inputs.Where(i => i.Id.StartsWith("b.", StringComparison.Ordinal)))
        {
            var acquired = Passes(mail, block.Id[2..]);
            values[block.Id] = acquired ? "acquired" : "notAcquired";
            values[$"r.{block.Id[2..]}"] = acquired ? "" : "Compétences insuffisamment démontrées.";
        }

        if (final && inputs.Any(i => i.Id == "award"))
        {
            values["award"] = verdicts.PassesAll(mail) ? "title" : "noTitle";
        }

        return values;
    }

    private bool Passes(string mail, string block) => verdicts.Passes(mail, block);

    private async Task PressAsync(Person person, string verb, string? candidate, Dictionary<string, string>? values, CancellationToken ct)
    {
        var (message, action) = Find(person, verb, candidate) ?? throw new SandboxException($"{person.Name} has no card for {verb}.");
        var answer = await tenant.Teams.PressAsync(person, message, action, values, ct);
        var accepted = answer.Body?["type"]?.ToString() == CardRules.CardType && !answer.IsRefusal;
        if (!accepted)
        {
            throw new SandboxException($"{verb} by {person.Name} was answered {answer.Status}: {answer.Body?.ToJsonString()}");
        }
    }

    private (string Message, CardAction Action)? Find(Person person, string verb, string? candidate = null)
    {
        foreach (var message in tenant.Chats.Cards(person))
        {
            if (message.Card!.Action(verb) is { } action && action.Data["sitting"]?.ToString() == id && action.Data["candidate"]?.ToString() == candidate)
            {
                return (message.Id, action);
            }
        }

        return null;
    }

    private static void Check(bool held, string otherwise)
    {
        if (!held)
        {
            throw new SandboxException(otherwise);
        }
    }

    private Person PersonOf(string mail) => tenant.Organisation.Find(mail)!;
}
