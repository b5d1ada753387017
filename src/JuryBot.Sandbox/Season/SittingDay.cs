using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Sandbox.Season;

/// <summary>A sitting's day, lived in chat: the chair opens it, members grade, the chair opens each deliberation and records the decision.</summary>
/// <param name="sitting">As JuryBot's API shows it.</param>
internal sealed class SittingDay(SeasonOffice office, Verdicts verdicts, JsonObject sitting, Random random)
{
    private const int Attempts = 3;
    private readonly bool final = sitting["kind"]!.ToString() == "final";

    public string Id { get; } = sitting["id"]!.ToString();

    public JuryCards Cards { get; } = new(office.Tenant, sitting["id"]!.ToString());

    /// <summary>As the sitting was when the day began.</summary>
    public IReadOnlyList<(Person Person, string Id, string Role)> Panel { get; } = [.. sitting["panel"]!.AsArray()
        .Select(m => (office.Tenant.Organisation.Find(m!["mail"]!.ToString())!, m["person"]!.ToString(), m["role"]!.ToString()))];

    public Person Chair => Panel.First(m => m.Role is "chair" or "president").Person;

    /// <summary>Candidates' ids in the order they are heard, those who are not heard any more left out.</summary>
    public IReadOnlyList<string> Exams { get; } = [.. sitting["exams"]!.AsArray().Where(e => e!["state"]!.ToString() != "notheld").Select(e => e!["candidate"]!.ToString())];

    // Candidates and members whom a link to them keeps off, by their ids.
    private readonly HashSet<(string Candidate, string Member)> linked = [.. sitting["exams"]!.AsArray()
        .SelectMany(e => e!["linked"]!.AsArray().Select(l => (e["candidate"]!.ToString(), l!["person"]!.ToString())))];

    public async Task LiveAsync(CancellationToken ct)
    {
        await ComeAsync(ct);
        await OpenAsync(null, ct);
        await TryMistakesAsync(Panel[0].Person, Exams[0], ct);
        foreach (var exam in Exams)
        {
            await GradeAsync(exam, Panel.Select(m => m.Person), ct);
            await DeliberateAsync(exam, null, ct);
        }
    }

    /// <summary>It is time: the chair has the card that opens the sitting.</summary>
    public async Task ComeAsync(CancellationToken ct)
    {
        var start = DateTimeOffset.Parse(sitting["start"]!.ToString(), CultureInfo.InvariantCulture);
        await office.Clock.MoveAsync(start - TimeSpan.FromMinutes(29), ct);
        await office.Clock.UntilAsync("the card that opens the sitting", () => Cards.Find(Chair, "sitting.open") is not null, ct);
        await office.Clock.MoveAsync(start, ct);
    }

    /// <summary>The chair opens; returns when everybody who is reached in Teams has their sheets.</summary>
    /// <param name="attendance">What is ticked; <c>null</c> leaves the card as it shows.</param>
    public async Task OpenAsync(Dictionary<string, string>? attendance, CancellationToken ct)
    {
        await Cards.PressAsync(Chair, "sitting.open", null, attendance, ct);
        await office.Clock.UntilAsync("the score sheets", () => Exams.All(e => Panel.Where(m => m.Person.HasAccount && !linked.Contains((e, m.Id))).All(m => Cards.Find(m.Person, "sheet.submit", e) is not null)), ct);
    }

    /// <summary>Members fill in their sheets, one after the other, the first one as a draft before.</summary>
    public async Task GradeAsync(string candidate, IEnumerable<Person> members, CancellationToken ct)
    {
        foreach (var (index, member) in members.Index())
        {
            var answers = Answers(member, candidate);
            if (index == 0)
            {
                await Cards.PressAsync(member, "sheet.save", candidate, answers, ct);
            }

            await HandInAsync(member, candidate, answers, ct);
        }
    }

    // Who is told that the draft has changed since (an earlier press of theirs that came late) sends theirs again.
    private async Task HandInAsync(Person member, string candidate, Dictionary<string, string> answers, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await Cards.PressAsync(member, "sheet.submit", candidate, answers, ct);
            var confirmed = await Cards.TryAsync(member, "sheet.confirm", candidate, null, ct);
            if (!confirmed.IsRefusal)
            {
                return;
            }

            SeasonOffice.Check(attempt < Attempts, $"{member.Name}'s sheet was refused: {confirmed.Body?.ToJsonString()}");
        }
    }

    /// <summary>The chair opens the deliberation, once every sheet is in, and records the decision.</summary>
    /// <param name="otherwise">What is entered in place of what the candidate's doing leads to; asked once the form is there.</param>
    public async Task DeliberateAsync(string candidate, Func<IReadOnlyDictionary<string, string>>? otherwise, CancellationToken ct)
    {
        await office.Clock.UntilAsync("the deliberation's card", () => Cards.Find(Chair, "deliberation.open", candidate) is not null, ct);
        await Cards.PressAsync(Chair, "deliberation.open", candidate, null, ct);
        await DecideAsync(candidate, otherwise?.Invoke(), ct);
    }

    /// <summary>Enters the decision and confirms it.</summary>
    public async Task DecideAsync(string candidate, IReadOnlyDictionary<string, string>? otherwise, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await Cards.PressAsync(Chair, "deliberation.decide", candidate, Decision(candidate, otherwise), ct);
            var confirmed = await Cards.TryAsync(Chair, "deliberation.confirm", candidate, null, ct);
            if (!confirmed.IsRefusal || confirmed.PressedAgain)
            {
                return;
            }

            // Who is told that it has changed since (an earlier press of theirs that came late) enters it again.
            SeasonOffice.Check(attempt < Attempts, $"The decision was refused: {confirmed.Body?.ToJsonString()}");
        }
    }

    /// <summary>What a member writes of a candidate.</summary>
    public Dictionary<string, string> Answers(Person member, string candidate) =>
        SheetAnswers.For(Cards.Find(member, "sheet.submit", candidate)!.Value.Action.Inputs, block => Passes(candidate, block), random);

    // What goes wrong on a first day: a criterion forgotten, a comment missing, a mark out of range, a stranger with the card's data.
    private async Task TryMistakesAsync(Person juror, string candidate, CancellationToken ct)
    {
        var good = Answers(juror, candidate);
        var criterion = good.Keys.First(k => k.StartsWith("j.", StringComparison.Ordinal))[2..];
        await RefusedAsync(juror, candidate, new(good) { [$"j.{criterion}"] = "" }, ct);
        await RefusedAsync(juror, candidate, new(good) { [$"j.{criterion}"] = "notAcquired", [$"t.{criterion}"] = "" }, ct);
        await RefusedAsync(juror, candidate, new(good) { [$"m.{criterion}"] = "25" }, ct);

        var (message, action) = Cards.Find(juror, "sheet.submit", candidate)!.Value;
        var stranger = office.Tenant.Organisation.Jurors.First(j => Panel.All(m => m.Person != j));
        var answer = await office.Tenant.Teams.SendAsync(stranger, message, action.Type, action.Verb, action.Id, action.Fill(good), ct);
        SeasonOffice.Check(answer.IsRefusal && answer.Body!["value"] is JsonValue, "A stranger's sheet was not refused.");
    }

    // Sent as a client that checks nothing would: the refusal comes back on the card, which keeps what was typed.
    private async Task RefusedAsync(Person juror, string candidate, Dictionary<string, string> values, CancellationToken ct)
    {
        var (message, action) = Cards.Find(juror, "sheet.submit", candidate)!.Value;
        var data = action.Data.DeepClone().AsObject();
        foreach (var (input, value) in values)
        {
            data[input] = value;
        }

        var answer = await office.Tenant.Teams.SendAsync(juror, message, action.Type, action.Verb, action.Id, data, ct);
        var card = answer.Body?["value"] as JsonObject;
        SeasonOffice.Check(answer.IsRefusal && card is not null, "A wrong sheet was not refused on its card.");
        var kept = new ReceivedCard(card!);
        SeasonOffice.Check(values.All(v => v.Value.Length == 0 || kept.Inputs.Any(i => i.Id == v.Key && i.Value == v.Value)), "A refused sheet lost what was typed.");
    }

    private Dictionary<string, string> Decision(string candidate, IReadOnlyDictionary<string, string>? otherwise)
    {
        var inputs = Cards.Find(Chair, "deliberation.decide", candidate)!.Value.Action.Inputs;
        var values = new Dictionary<string, string>();
        foreach (var block in inputs.Where(i => i.Id.StartsWith("b.", StringComparison.Ordinal)))
        {
            var acquired = Passes(candidate, block.Id[2..]);
            values[block.Id] = acquired ? "acquired" : "notAcquired";
            values[$"r.{block.Id[2..]}"] = acquired ? "" : "Compétences insuffisamment démontrées.";
        }

        if (final && inputs.Any(i => i.Id == "award"))
        {
            values["award"] = verdicts.PassesAll(office.Mails[candidate]) ? "title" : "noTitle";
        }

        if (inputs.Any(i => i is { Id: "presentation", Value: "" }))
        {
            values["presentation"] = "professionalSimulation";
        }

        foreach (var (input, value) in otherwise ?? new Dictionary<string, string>())
        {
            values[input] = value;
        }

        return values;
    }

    private bool Passes(string candidate, string block) => verdicts.Passes(office.Mails[candidate], block);
}
