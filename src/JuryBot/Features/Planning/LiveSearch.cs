using System.Diagnostics;
using JuryBot.Domain.Planning;
using JuryBot.Planner;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace JuryBot.Features.Planning;

/// <summary>A search as it goes on, drawn over and over: each objective with what was reached, and the time used.</summary>
internal sealed class LiveSearch(PlanningProblem problem, PlanOptions options, CancellationToken stop) : IProgress<PlanProgress>
{
    private const int BarWidth = 40;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    private readonly PlanProgress?[] steps = new PlanProgress?[problem.Objectives.Count];
    private readonly Stopwatch watch = Stopwatch.StartNew();

    private int current;

    /// <summary>Does the work elsewhere, and draws until it is done if there is a screen to draw on.</summary>
    public static async Task<Plan> WatchAsync(IAnsiConsole? screen, PlanningProblem problem, PlanOptions options, Func<IProgress<PlanProgress>, Plan> solve, CancellationToken stop)
    {
        var search = new LiveSearch(problem, options, stop);
        var work = Task.Run(() => solve(search), CancellationToken.None);
        if (screen is not null)
        {
            await screen.Live(search.Draw()).AutoClear(true).StartAsync(async display =>
            {
                while (await Task.WhenAny(work, Task.Delay(Pace, CancellationToken.None)) != work)
                {
                    display.UpdateTarget(search.Draw());
                }
            });
        }

        return await work;
    }

    public void Report(PlanProgress value)
    {
        steps[value.Step - 1] = value;
        current = value.Step;
    }

    private Rows Draw()
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", Column("Objective"));
        foreach (var name in new[] { "Value", "Bound", "Gap" })
        {
            table.AddColumn(new TableColumn(Column(name)).RightAligned());
        }

        foreach (var (i, kind) in problem.Objectives.Index())
        {
            var step = steps[i];
            table.AddRow(
                i + 1 == current ? $"[bold blue]> {i + 1}/{problem.Objectives.Count}[/]" : $"  {i + 1}/{problem.Objectives.Count}",
                PlanWords.Name(kind, options.Language),
                step is null ? "" : $"{step.Value}",
                step is null ? "" : $"{step.Bound}",
                step is null ? "" : Math.Abs(step.Value - step.Bound).ToString("0", Texts.Culture(options.Language)) + $" ({Gap(step).ToString("P1", Texts.Culture(options.Language))})");
        }

        var used = Math.Min(1, watch.Elapsed / options.TimeLimit);
        var done = (int)(used * BarWidth);
        var bar = $"[blue]{new string('━', done)}[/][grey]{new string('━', BarWidth - done)}[/] {watch.Elapsed.TotalSeconds.ToString("0.0", Texts.Culture(options.Language))} s / {options.TimeLimit.TotalSeconds.ToString("0.#", Texts.Culture(options.Language))} s";
        var hint = stop.IsCancellationRequested ? Texts.Get(options.Language, "Live.Stopping")
            : used >= 1 ? Texts.Get(options.Language, "Live.Finishing")
            : Texts.Get(options.Language, "Live.Searching");
        return new Rows((IRenderable[])[table, new Markup(bar), new Text(hint)]);
    }

    private string Column(string name) => Markup.Escape(Texts.Get(options.Language, $"Column.{name}"));

    private static double Gap(PlanProgress step) => Math.Abs(step.Value - step.Bound) / (double)Math.Max(1, Math.Max(Math.Abs(step.Value), Math.Abs(step.Bound)));
}
