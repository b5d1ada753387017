using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Faults;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Season.Full;
using Spectre.Console;

namespace JuryBot.Sandbox.Commands;

/// <summary><c>play</c>: a whole season without anyone, and its figures. Exit code 0 only when everything checks.</summary>
internal static class PlayCommand
{
    private const string Plain = "plain", Short = "short", Full = "full";

    public static Command Create()
    {
        var candidates = new Option<int>("--candidates") { Description = "How many candidates (3 to 1000).", DefaultValueFactory = _ => 15 };
        var seed = new Option<int>("--seed") { Description = "Makes another organisation and other results.", DefaultValueFactory = _ => 1 };
        var json = new Option<FileInfo?>("--json") { Description = "Also writes the figures as JSON." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "An empty folder to keep the season in (default: none is kept)." };
        var season = new Option<string>("--season") { Description = "plain; short: one intermediate jury, then the final one; or full: everything that can happen in a season, with a checklist of what was seen.", DefaultValueFactory = _ => Plain };
        season.AcceptOnlyFromAmong(Plain, Short, Full);
        var replicas = new Option<int>("--replicas") { Description = "How many JuryBot processes (1 to 8) share one storage.", DefaultValueFactory = _ => 1 };
        replicas.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 8)
            {
                result.AddError("--replicas takes 1 to 8.");
            }
        });
        var faults = new Option<string?>("--faults") { Description = $"What goes wrong on the way, separated by commas: {string.Join(", ", Fault.All.Select(fault => fault.Name))}, or all." };
        candidates.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 3 or > 1000)
            {
                result.AddError("--candidates takes 3 to 1000.");
            }
        });
        var command = new Command("play", "Plays a season through the doors people use, and counts it.") { season, candidates, seed, replicas, faults, json, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(season) == Full && result.GetResult(candidates) is { Implicit: false } given && given.GetValueOrDefault<int>() < FullSeason.FewestCandidates)
            {
                result.AddError($"A full season needs {FullSeason.FewestCandidates} candidates or more (--candidates).");
            }
        });
        command.SetAction((arguments, ct) => RunAsync(
            arguments.GetValue(season)!,
            new SandboxRunOptions
            {
                Tenant = new TenantOptions { Seed = arguments.GetValue(seed), Candidates = arguments.GetValue(candidates), Start = Play.Start, NextVersion = arguments.GetValue(season) == Full },
                DataDirectory = arguments.GetValue(data)?.FullName,
                Portal = false,
                AzuritePort = 0, // nobody else's preferred one, when it is started again
                Replicas = arguments.GetValue(replicas),
                Faults = Fault.Read(arguments.GetValue(faults) ?? ""),
                StorageConnectionString = Environment.GetEnvironmentVariable("Storage__ConnectionString"),
            },
            arguments.GetValue(json)?.FullName, ct));
        return command;
    }

    private static async Task<int> RunAsync(string season, SandboxRunOptions options, string? json, CancellationToken ct)
    {
        var data = options.DataDirectory;
        if (options is { Faults.Count: > 0, StorageConnectionString: not null })
        {
            throw new SandboxException("Faults need storage of the sandbox's own: unset Storage__ConnectionString.");
        }

        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
        {
            throw new SandboxException($"{data} is not empty: a season starts from nothing. Name another folder for --data.");
        }

        var started = TimeProvider.System.GetTimestamp();
        await using var run = await SandboxRun.StartAsync(options, AnsiConsole.WriteLine, ct);
        try
        {
            var (report, checklist) = await PlayAsync(run, season, options.Tenant.Seed, started, ct);
            Show(report.Figures);
            if (checklist is not null)
            {
                ChecklistPrint.Show(checklist, run, data);
            }

            if (json is not null)
            {
                await File.WriteAllTextAsync(json, report.Figures.ToJsonString(new JsonSerializerOptions { WriteIndented = true }), ct);
            }

            if (report.Faults.Count == 0 && checklist?.IsWhole is not false)
            {
                return 0;
            }

            foreach (var fault in report.Faults)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]Does not check:[/] {fault}.");
            }
        }
        catch (Exception stopped) when (stopped is not OperationCanceledException)
        {
            run.KeepData();
            throw;
        }

        run.KeepData();
        AnsiConsole.WriteLine($"What is left of the season is in {run.DataDirectory}.");
        return 2;
    }

    private static async Task<(SeasonReport Report, Checklist? Checklist)> PlayAsync(SandboxRun run, string kind, int seed, long started, CancellationToken ct)
    {
        SeasonReport? report = null;
        Checklist? checklist = null;
        await AnsiConsole.Progress().Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()).StartAsync(async display =>
        {
            var season = display.AddTask("Season", maxValue: 1);
            long refusals;
            if (kind == Full)
            {
                using var play = new FullSeason(run, seed, Say);
                await play.LiveAsync(ct);
                (refusals, checklist) = (play.Refusals, play.Checklist);
            }
            else
            {
                using var play = new Play(run, seed, Say) { Short = kind == Short };
                await play.LiveAsync(ct);
                refusals = play.Refusals;
            }

            await (run.Faults?.StopAsync() ?? Task.CompletedTask);
            report = await SeasonReport.ReadAsync(run, seed, refusals, TimeProvider.System.GetElapsedTime(started), ct, checklist, kind == Short ? 1 : 4);

            void Say(string what, double share)
            {
                season.Description = Markup.Escape($"{run.Tenant.Clock.GetUtcNow():d MMM yyyy} · {what}");
                season.Value = share;
            }
        });
        return (report!, checklist);
    }

    private static void Show(JsonObject report)
    {
        var table = new Table().Title($"Season of {report["certification"]}, seed {report["seed"]}").AddColumn("").AddColumn(new TableColumn("").RightAligned()).HideHeaders();
        table.AddRow("Candidates / jurors", $"{report["candidates"]} / {report["jurors"]}");
        foreach (var session in report["sessions"]!.AsArray())
        {
            table.AddRow(session!["kind"]!.ToString() == "final" ? "Final jury" : $"Intermediate jury, block {session["block"]}", $"{session["exams"]} exams in {session["sittings"]} sittings");
        }

        table.AddRow("Calendar events", $"{report["eventsCreated"]}");
        table.AddRow("Cards sent", $"{report["cardsSent"]}");
        table.AddRow("Score sheets submitted", $"{report["sheetsSubmitted"]}");
        table.AddRow("Refused, as they should be", $"{report["refusals"]}");
        table.AddRow("Block proposals by intermediate juries", $"{report["proposals"]}");
        table.AddRow("Blocks decided by the certification jury", $"{report["decisions"]}");
        table.AddRow("Outcomes told in Teams / by mail", $"{report["notifications"]!["teams"]} / {report["notifications"]!["mail"]}");
        table.AddRow("Titles / partial validations / none", $"{report["awards"]!["title"]} / {report["awards"]!["partial"]} / {report["awards"]!["none"]}");
        table.AddRow("Ledgers", report["ledger"]!["ok"]!.GetValue<bool>() ? $"{report["ledger"]!["chains"]} whole ({report["ledger"]!["rows"]} rows)" : "NOT WHOLE");
        table.AddRow("Limits of Teams and Graph overstepped", $"{report["limitViolations"]}");
        table.AddRow("Failures without a word to people", $"{report["bareFailures"]}");
        foreach (var (name, times) in report["faults"]!.AsObject())
        {
            table.AddRow($"Fault {name}", $"{times} times");
        }

        table.AddRow("Requests to Graph", $"{report["graphRequests"]}");
        table.AddRow("Seconds", report["seconds"]!.GetValue<double>().ToString(CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
    }
}
