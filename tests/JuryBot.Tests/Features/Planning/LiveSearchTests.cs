using System.Text.Json;
using JuryBot.Domain.Planning;
using JuryBot.Features;
using JuryBot.Features.Planning;
using Spectre.Console;

namespace JuryBot.Tests.Features.Planning;

public sealed class LiveSearchTests
{
    [Fact]
    public async Task On_a_screen_the_search_is_drawn_with_its_objectives_and_its_time()
    {
        using var desk = new Desk();
        using var screen = new StringWriter();
        using var output = new StringWriter();
        var live = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(screen) });

        var code = await PlanCommand.RunAsync([desk.At("problem.json"), "--out", desk.At("plan.json"), "--time-limit", "10", "--workers", "1", "--language", "en"], new Terminal(output, output, live));

        Assert.Equal(0, code);
        Assert.Contains("Exams planned", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("s / 10 s", screen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output.ToString());
        Assert.Equal(PlanStatus.Optimal, JsonSerializer.Deserialize<Plan>(desk.Read("plan.json"), PlanningJson.Options)!.Status);
    }
}
