namespace JuryBot.Tests.Features.Planning;

/// <summary>Plan files that are wrong.</summary>
public sealed class WrongPlans
{
    private static readonly Dictionary<string, (string? From, string To, string Error)> Mistakes = new()
    {
        ["an unknown property"] = ("\"status\"", "\"state\"", "plan.json(1,1): $: la propriété « status » manque.\nplan.json(1,3): $.state: la propriété « state » est inconnue ici ; propriétés possibles : status, scheduled, bound, wallSeconds, objectives, exams, unscheduled."),
        ["a missing list"] = (",\n  \"unscheduled\": []", "", "plan.json(1,1): $: la propriété « unscheduled » manque."),
        ["an unknown status"] = ("\"optimal\"", "\"perfect\"", "plan.json(1,13): $.status: \"perfect\" n’est pas un mot connu ici ; mots possibles : optimal, feasible, infeasible, unknown."),
        ["a count that is no number"] = ("\"scheduled\": 1", "\"scheduled\": \"1\"", "plan.json(1,37): $.scheduled: un nombre entier est attendu, pas \"1\"."),
        ["an objective without its bound"] = ("\"value\": 1, \"bound\": 1", "\"value\": 1", "plan.json(2,19): $.objectives[0]: la propriété « bound » manque."),
        ["a start that is no time"] = ("2026-06-15T09:00", "15/06/2026 9h", "plan.json(3,37): $.exams[0].start: une date et une heure locales « aaaa-mm-jjThh:mm » sont attendues, pas \"15/06/2026 9h\"."),
        ["an exam without a room"] = ("\"room\": \"R1\",\n", "\n", "plan.json(3,14): $.exams[0]: la propriété « room » manque."),
        ["a member who is nobody"] = ("\"J2\" }", "null }", "plan.json(4,60): $.exams[0].members.assessor: cette valeur ne peut pas être null."),
        ["an exam that is null"] = ("\"exams\": [ {", "\"exams\": [ null, {", "plan.json(3,14): $.exams[0]: cette valeur ne peut pas être null."),
        ["a reason without a text"] = ("\"unscheduled\": []", "\"unscheduled\": [ { \"id\": \"E2\", \"because\": [ { \"rule\": \"roomFree\", \"subject\": \"R1\", \"ids\": [] } ] } ]", "plan.json(5,47): $.unscheduled[0].because[0]: la propriété « text » manque."),
        ["what the product keeps to itself"] = ("\"unscheduled\": []", "\"unscheduled\": [ { \"id\": \"E2\", \"because\": [], \"proven\": true } ]", "plan.json(5,49): $.unscheduled[0].proven: la propriété « proven » est inconnue ici ; propriétés possibles : id, because."),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_mistake_is_told_with_its_line_its_path_and_nothing_else(string name)
    {
        var (from, to, expected) = Mistakes[name];
        using var desk = new Desk(plan: Desk.Changed(Desk.Plan, from, to));

        var said = await desk.CheckAsync();

        Assert.Equal((1, "", expected + "\n"), (said.Code, said.Output, said.Error));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_told_in_English_at_the_same_places(string name)
    {
        var (from, to, expected) = Mistakes[name];
        using var desk = new Desk(plan: Desk.Changed(Desk.Plan, from, to));

        var said = await desk.CheckAsync("@problem.json @plan.json --language en");

        var (french, english) = (expected.Split('\n'), said.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(french.Select(Place), english.Select(Place));
        Assert.All(french.Zip(english), line => Assert.NotEqual(line.First, line.Second));
    }

    private static string Place(string line) => line[..line.IndexOf(": ", StringComparison.Ordinal)];
}
