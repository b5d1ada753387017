using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using JuryBot.Domain.Planning;
using JuryBot.Features.Planning.Page;
using JuryBot.Planner;

namespace JuryBot.Features.Planning;

/// <summary><c>plan problem.json --out plan.json</c>: plans. Exit code 0 with a plan, 2 when there is none, 3 when none was found,
/// 1 for bad input.</summary>
public static class PlanCommand
{
    private static readonly TimeSpan Explaining = TimeSpan.FromSeconds(10);

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    /// <summary>In this process's terminal. The first Ctrl+C ends the search, and the best plan so far is written; the second ends everything.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, Terminal.Console(), stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    public static Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken stop = default)
    {
        var language = CommandLines.LanguageOf(args);
        var problem = PlanningCommandLine.File("problem", Texts.Get(language, "Argument.Problem"));
        var output = new Option<string>("--out") { Description = Texts.Get(language, "Option.Out"), HelpName = "plan.json", Required = true };
        var limit = PlanningCommandLine.Number("--time-limit", "SECONDS", Texts.Get(language, "Option.TimeLimit"), 60, 0.1, 86400, whole: false, language);
        var workers = PlanningCommandLine.Number("--workers", "N", Texts.Get(language, "Option.Workers"), Environment.ProcessorCount, 1, 64, whole: true, language);
        var seed = PlanningCommandLine.Number("--seed", "N", Texts.Get(language, "Option.Seed"), 1, 0, int.MaxValue, whole: true, language);
        var explain = new Option<bool>("--explain") { Description = Texts.Get(language, "Option.Explain") };
        var html = new Option<string?>("--html") { Description = Texts.Get(language, "Option.Html"), HelpName = "plan.html" };
        var command = new Command("plan", Texts.Get(language, "Command.Plan")) { problem, output, limit, workers, seed, CommandLines.Language(language), explain, html };
        command.SetAction(async (arguments, _) => await PlanAsync(
            new PlanRequest(arguments.GetRequiredValue(problem), arguments.GetRequiredValue(output), arguments.GetValue(html), arguments.GetValue(explain)),
            new PlanOptions(TimeSpan.FromSeconds(arguments.GetValue(limit)), (int)arguments.GetValue(workers), (int)arguments.GetValue(seed), language),
            terminal,
            stop));
        return CommandLines.RunAsync(command, args, language, terminal);
    }

    private static async Task<int> PlanAsync(PlanRequest request, PlanOptions options, Terminal terminal, CancellationToken stop)
    {
        var language = options.Language;
        if (InputFile.Read<PlanningProblem>(request.Problem, language, terminal, ProblemValidator.Validate) is not { } problem
            || !MayWrite(request, problem.Bytes, language, terminal))
        {
            return 1;
        }

        var plan = await LiveSearch.WatchAsync(terminal.Live, problem.Value, options, progress => Solve(problem.Value, options, progress, stop), stop);
        if (!Write(request.Out, JsonSerializer.Serialize(plan, PlanningJson.Options) + "\n", language, terminal)
            || (request.Html is { } html && !Write(html, PlanPage.Of(problem.Value, plan, Path.GetFileName(request.Problem), language), language, terminal)))
        {
            return 1;
        }

        PlanSummary.Say(problem.Value, plan, stop.IsCancellationRequested, request.Explain, language, terminal);
        return plan.Status switch { PlanStatus.Infeasible => 2, PlanStatus.Unknown => 3, _ => 0 };
    }

    private static Plan Solve(PlanningProblem problem, PlanOptions options, IProgress<PlanProgress> progress, CancellationToken stop)
    {
        var plan = JuryPlanner.Solve(problem, options, progress, stop);
        return plan.Unscheduled.Count == 0 || stop.IsCancellationRequested
            ? plan
            : JuryPlanner.Explain(problem, plan, options with { TimeLimit = options.TimeLimit < Explaining ? options.TimeLimit : Explaining }, stop);
    }

    private static bool MayWrite(PlanRequest request, byte[] problem, string language, Terminal terminal)
    {
        var wrong = new[] { request.Out, request.Html }.OfType<string>().Select(path => (Path: path, Text: IsTheProblem(path, problem) ? Texts.Get(language, "File.IsTheProblem") : OutputFile.Wrong(path, language))).Where(place => place.Text is not null).ToList();
        if (wrong.Count == 0 && request.Html is { } html && Path.GetFullPath(html) == Path.GetFullPath(request.Out))
        {
            wrong.Add((html, Texts.Get(language, "File.IsThePlan")));
        }

        wrong.ForEach(place => terminal.Complain($"{place.Path}: {place.Text}"));
        return wrong.Count == 0;
    }

    /// <summary>Whatever way leads to the problem, it is not written over.</summary>
    private static bool IsTheProblem(string path, byte[] problem)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length == problem.Length && problem.AsSpan().SequenceEqual(File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Write(string path, string text, string language, Terminal terminal) => OutputFile.Write(path, Encoding.UTF8.GetBytes(text), language, terminal);

    private sealed record PlanRequest(string Problem, string Out, string? Html, bool Explain);
}
