using System.CommandLine;
using JuryBot.Benchmarks.Planner;

// dotnet run -c Release --project tests/JuryBot.Benchmarks -- NAME [--json FILE]
var json = new Option<FileInfo?>("--json") { Description = "Write the table as JSON to this file too." };
var only = new Option<string?>("--only") { Description = "Run only the groups whose name contains this." };
var count = new Option<int>("--instances") { Description = "Instances of each size.", DefaultValueFactory = _ => 32 };
var everything = new Option<bool>("--everything") { Description = "All objectives in every group, to the time limit; otherwise the first one where only that is the question." };
var limit = new Option<double?>("--limit") { Description = "Seconds for one problem, in place of each group's own." };
var planner = new Command("planner", "The jury planner on problems drawn from a seed.") { json, only, count, everything, limit };
planner.SetAction(parsed => PlannerBenchmark.Run(parsed.GetValue(count), parsed.GetValue(only), parsed.GetValue(everything), parsed.GetValue(limit), parsed.GetValue(json)));
return new RootCommand("Measures JuryBot; each table holds ratios against a floor measured in the same run.") { planner }.Parse(args).Invoke();
