using System.Text;
using System.Text.Json;
using JuryBot.Domain.Planning;

namespace JuryBot.Tests.Features.Planning;

public sealed class PlanCommandTests
{
    private const string Plan = "@problem.json --out @plan.json --workers 1 --time-limit 10";

    /// <summary>Two exams, room for one.</summary>
    private static readonly string Crowded = Desk.Changed(Desk.Problem, "\"to\": \"12:00\"", "\"to\": \"10:00\"").Replace("\"pinned\": { \"start\": \"2026-06-15T09:00\", \"members\": { \"president\": \"J1\" } } } ]", """
        "unavailable": [] }, { "id": "E2", "candidates": ["C2"], "durationMinutes": 60, "roles": [ { "role": "president", "eligible": ["J1"] } ] } ]
        """, StringComparison.Ordinal);

    [Fact]
    public async Task A_problem_becomes_a_plan_file_that_the_check_accepts()
    {
        using var desk = new Desk();

        var said = await desk.PlanAsync(Plan);

        Assert.Equal((0, ""), (said.Code, said.Error));
        Assert.StartsWith("Examens planifiés : 1 sur 1. Ce plan est le meilleur possible", said.Output, StringComparison.Ordinal);
        Assert.Equal(["plan.json", "problem.json"], desk.Files);
        var check = await desk.CheckAsync();
        Assert.Equal((0, "Toutes les règles sont respectées. Examens planifiés : 1 sur 1.\n", ""), (check.Code, check.Output, check.Error));
    }

    [Fact]
    public async Task The_file_has_every_property_of_the_format_in_its_order_and_no_other()
    {
        using var desk = new Desk(Crowded);

        await desk.PlanAsync(Plan);

        using var file = JsonDocument.Parse(desk.Read("plan.json"));
        Assert.Equal(["status", "scheduled", "bound", "wallSeconds", "objectives", "exams", "unscheduled"], Properties(file.RootElement));
        Assert.Equal(["name", "value", "bound", "proven"], Properties(file.RootElement.GetProperty("objectives")[0]));
        Assert.Equal(["id", "start", "room", "members"], Properties(file.RootElement.GetProperty("exams")[0]));
        Assert.Equal(["id", "because"], Properties(file.RootElement.GetProperty("unscheduled")[0]));
        Assert.Equal(["rule", "subject", "text", "ids"], Properties(file.RootElement.GetProperty("unscheduled")[0].GetProperty("because")[0]));
    }

    [Fact]
    public async Task What_is_left_out_is_counted_and_explained_when_asked()
    {
        using var desk = new Desk(Crowded);

        var brief = await desk.PlanAsync(Plan);
        var full = await desk.PlanAsync($"{Plan} --explain --language en");

        Assert.Equal((0, 0), (brief.Code, full.Code));
        Assert.Matches("Sans place : 1 \\(E[12]\\)\\. Avec --explain", brief.Output);
        Assert.Matches("Exam 'E[12]' is left out", full.Output);
        var because = JsonSerializer.Deserialize<Plan>(desk.Read("plan.json"), PlanningJson.Options)!.Unscheduled[0].Because;
        Assert.All(because, reason => Assert.Contains($"  - {reason.Text}", full.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_from_the_previous_plan_are_told_with_those_who_must_know()
    {
        using var desk = new Desk(Desk.Changed(Desk.Changed(Desk.Problem, "\"room\": \"R1\"", "\"room\": \"R2\""), "{ \"id\": \"R1\", \"site\": \"Paris\" }", """
            { "id": "R1" }, { "id": "R2", "unavailable": [ { "from": "2026-06-15T09:00", "to": "2026-06-15T12:00" } ] }
            """));

        var said = await desk.PlanAsync($"{Plan} --explain");

        Assert.EndsWith("""

            Par rapport au plan précédent :
              E1: salle R2 → R1 · arrive : J2
            À prévenir :
              J1: E1
              J2: E1

            """.ReplaceLineEndings("\n"), said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nothing_can_be_planned_the_code_is_2_and_the_file_says_so()
    {
        using var desk = new Desk(Desk.Changed(Desk.Problem, "\"durationMinutes\": 60", "\"durationMinutes\": 240"));

        var said = await desk.PlanAsync(Plan);

        Assert.Equal((2, ""), (said.Code, said.Error));
        var plan = JsonSerializer.Deserialize<Plan>(desk.Read("plan.json"), PlanningJson.Options)!;
        Assert.Equal((PlanStatus.Infeasible, 0), (plan.Status, plan.Exams.Count));
    }

    [Fact]
    public async Task In_a_pipe_nothing_said_can_steer_a_terminal()
    {
        using var desk = new Desk(Crowded.Replace("\"E2\"", "\"E2\\u001b[2J\\u202e\\r\\n\"", StringComparison.Ordinal).Replace("\"E1\"", "\"E1\\u0007\"", StringComparison.Ordinal));

        var said = await desk.PlanAsync($"{Plan} --explain");

        Assert.Equal(0, said.Code);
        Assert.DoesNotContain(said.Output + said.Error, letter => (char.IsControl(letter) && letter != '\n') || letter == '\u202e');
    }

    [Fact]
    public async Task Stopping_the_search_still_writes_a_plan_and_says_it_was_stopped()
    {
        using var desk = new Desk();

        var said = await desk.PlanAsync(Plan, new CancellationToken(canceled: true));

        Assert.StartsWith("Recherche interrompue", said.Output, StringComparison.Ordinal);
        var plan = JsonSerializer.Deserialize<Plan>(desk.Read("plan.json"), PlanningJson.Options)!;
        Assert.Equal(plan.Status == PlanStatus.Unknown ? 3 : 0, said.Code);
    }

    [Fact]
    public async Task A_plan_that_was_there_is_replaced_but_the_problem_never()
    {
        using var desk = new Desk(plan: "old");
        File.CreateSymbolicLink(desk.At("link.json"), desk.At("problem.json"));

        Assert.Equal(0, (await desk.PlanAsync(Plan)).Code);
        Assert.NotEqual("old", desk.Read("plan.json"));
        var direct = await desk.PlanAsync("@problem.json --out @problem.json");
        var around = await desk.PlanAsync("@link.json --out @problem.json --html @page.html");
        var page = await desk.PlanAsync("@problem.json --out @plan.json --html @problem.json");

        Assert.All([direct, around, page], said => Assert.Equal((1, "problem.json: c’est le problème lui-même ; donnez un autre fichier.\n"), (said.Code, said.Error)));
        Assert.Equal(Desk.Problem, desk.Read("problem.json"));
    }

    [Theory]
    [InlineData("@nothing.json --out @plan.json", "nothing.json: ce fichier n’existe pas.")]
    [InlineData("@ --out @plan.json", ": c’est un dossier, pas un fichier.")]
    [InlineData("@problem.json --out @no/plan.json", "no/plan.json: le dossier de ce fichier n’existe pas.")]
    [InlineData("@problem.json --out @problem.json/plan.json", "problem.json/plan.json: le dossier de ce fichier n’existe pas.")]
    [InlineData("@problem.json --out /", "/: c’est un dossier, pas un fichier.")]
    [InlineData("@problem.json --out @plan.json --html @no/page.html", "no/page.html: le dossier de ce fichier n’existe pas.")]
    [InlineData("@problem.json --out @plan.json --html @plan.json", "plan.json: --html et --out désignent le même fichier.")]
    [InlineData("@problem.json --out @plan.json --time-limit 0", "--time-limit : un nombre de 0,1 à 86400 est attendu, pas « 0 ».")]
    [InlineData("@problem.json --out @plan.json --time-limit NaN", "--time-limit : un nombre de 0,1 à 86400 est attendu, pas « NaN ».")]
    [InlineData("@problem.json --out @plan.json --workers 1.5", "--workers : un nombre entier de 1 à 64 est attendu, pas « 1.5 ».")]
    [InlineData("@problem.json --out @plan.json --seed -1", "--seed : un nombre entier de 0 à 2147483647 est attendu, pas « -1 ».")]
    [InlineData("@problem.json --out @plan.json --language de", "--language : « de » n’est pas une langue connue ; choisissez fr ou en.")]
    [InlineData("@problem.json --out @plan.json --language en --workers none", "--workers: expected a whole number from 1 to 64, not 'none'.")]
    [InlineData("@problem.json", null)]
    [InlineData("--out @plan.json", null)]
    [InlineData("@problem.json --out", null)]
    [InlineData("@problem.json --out @plan.json --fast", null)]
    [InlineData("@problem.json --out @plan.json --out @other.json", null)]
    public async Task A_wrong_argument_is_one_line_and_nothing_is_written(string arguments, string? expected)
    {
        using var desk = new Desk();

        var said = await desk.PlanAsync(arguments);

        Assert.Equal((1, ""), (said.Code, said.Output));
        Assert.Equal(1, said.Error.Count(letter => letter == '\n'));
        Assert.Equal(["problem.json"], desk.Files);
        if (expected is not null)
        {
            Assert.EndsWith(expected + "\n", said.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_where_they_begin()
    {
        using var desk = new Desk();
        await File.WriteAllBytesAsync(desk.At("problem.json"), [.. "{\n \"grid\": \""u8, 0xff, .. "\" }"u8]);

        var said = await desk.PlanAsync(Plan);

        Assert.Equal((1, "problem.json(2,11): $: le fichier n’est pas en UTF-8 à partir d’ici.\n"), (said.Code, said.Error));
    }

    [Fact]
    public async Task A_mark_of_byte_order_does_no_harm()
    {
        using var desk = new Desk();
        await File.WriteAllTextAsync(desk.At("problem.json"), Desk.Problem, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(0, (await desk.PlanAsync(Plan)).Code);
    }

    [Theory]
    [InlineData("fr", "Durée de recherche au plus, en secondes. ")]
    [InlineData("en", "How long to search at most, in seconds. ")]
    public async Task Help_names_every_option_and_its_default(string language, string expected)
    {
        using var desk = new Desk();

        var said = await desk.PlanAsync($"--help --language {language}");

        Assert.Equal((0, ""), (said.Code, said.Error));
        Assert.Contains(expected, said.Output, StringComparison.Ordinal);
        Assert.All(["--out", "--time-limit", "60]", "--workers", $"{Environment.ProcessorCount}]", "--seed", "1]", "--language", "fr]", "--explain", "--html"], part => Assert.Contains(part, said.Output, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Properties(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
