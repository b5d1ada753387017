using System.CommandLine;
using JuryBot.Benchmarks.Channel;
using JuryBot.Benchmarks.Faults;
using JuryBot.Benchmarks.Fuzz;
using JuryBot.Benchmarks.Pane;
using JuryBot.Benchmarks.Planner;
using JuryBot.Benchmarks.Scale;
using JuryBot.Benchmarks.Sequences;

// dotnet run -c Release --project tests/JuryBot.Benchmarks -- NAME [--json FILE]
var json = new Option<FileInfo?>("--json") { Description = "Write the table as JSON to this file too." };
var only = new Option<string?>("--only") { Description = "Run only the groups whose name contains this." };
var count = new Option<int>("--instances") { Description = "Instances of each size.", DefaultValueFactory = _ => 32 };
var everything = new Option<bool>("--everything") { Description = "All objectives in every group, to the time limit; otherwise the first one where only that is the question." };
var limit = new Option<double?>("--limit") { Description = "Seconds for one problem, in place of each group's own." };
var planner = new Command("planner", "The jury planner on problems drawn from a seed.") { json, only, count, everything, limit };
planner.SetAction(parsed => PlannerBenchmark.Run(parsed.GetValue(count), parsed.GetValue(only), parsed.GetValue(everything), parsed.GetValue(limit), parsed.GetValue(json)));

var turns = new Option<int>("--turns") { Description = "Turns of each kind on each server; beyond 60,000 they only fill the memory of the bot.", DefaultValueFactory = _ => 30_000 };
var serve = new Option<int?>("--serve") { Description = "Measure nothing: serve the bot on this port, tokens off, until interrupted. It writes to the loopback address that an activity names as its serviceUrl." };
var child = new Option<string?>("--child") { Hidden = true };
var address = new Option<string>("--channel") { Hidden = true, DefaultValueFactory = _ => "" };
var channel = new Command("channel", "What a turn costs JuryBot.Teams, against a bare Kestrel endpoint that does the same.") { json, turns, serve, child, address };
channel.SetAction(async (parsed, interrupted) =>
{
    if (parsed.GetValue(child) is { } kind)
    {
        // Ends with the process that measures.
        using var ended = new CancellationTokenSource();
        _ = Task.Run(() => { Console.In.ReadToEnd(); ended.Cancel(); }, CancellationToken.None);
        await Server.RunAsync(kind, 0, parsed.GetValue(address)!, ended.Token);
        return 0;
    }

    if (parsed.GetValue(serve) is { } port)
    {
        await Server.RunAsync("open", port, "", interrupted);
        return 0;
    }

    return await ChannelBenchmark.RunAsync(parsed.GetValue(turns), parsed.GetValue(json));
});

var activities = new Option<int>("--count") { Description = "How many activities.", DefaultValueFactory = _ => 200_000 };
var seed = new Option<int>("--seed") { Description = "What the mutations are drawn from.", DefaultValueFactory = _ => 1 };
var fuzz = new Command("fuzz", "Mutated activities under a valid token against the whole application; fails on any failure, hang or change that no card offers.") { json, activities, seed };
fuzz.SetAction(parsed => FuzzBenchmark.RunAsync(parsed.GetValue(activities), parsed.GetValue(seed), parsed.GetValue(json)));

var sequences = new Option<int>("--count") { Description = "How many sequences, of up to sixty verbs each.", DefaultValueFactory = _ => 100_000 };
var verbs = new Command("verbs", "Random sequences of the domain's verbs; fails on any illegal state.") { json, sequences, seed };
verbs.SetAction((parsed, interrupted) => SequencesBenchmark.RunAsync(parsed.GetValue(sequences), parsed.GetValue(seed), parsed.GetValue(json), interrupted));

var people = new Option<int>("--people") { Description = "How many the fan-out tells; at 50 a second, 20,000 take seven minutes.", DefaultValueFactory = _ => 20_000 };
var fast = new Option<bool>("--fast") { Description = "Small, to see that it runs." };
var part = new Option<string?>("--only") { Description = "Run only the parts whose name contains this: start, submissions, replicas, fan-out." };
var replica = new Option<bool>("--replica") { Hidden = true };
var scale = new Command("scale", "What JuryBot costs with much stored, much to send and several replicas.") { json, people, fast, part, replica };
scale.SetAction(parsed => parsed.GetValue(replica) ? Replica.RunAsync() : ScaleBenchmark.RunAsync(parsed.GetValue(people), parsed.GetValue(fast), parsed.GetValue(part), parsed.GetValue(json)));

var pane = new Command("pane", "How long the pane in Outlook takes to be usable in Chromium on a slow processor.") { json };
pane.SetAction(parsed => PaneBenchmark.RunAsync(parsed.GetValue(json)));

var fault = new Option<string?>("--only") { Description = "Only the faults whose name contains this; where none has, only the kinds of request, each case in a season of its own; 'crashes' for all of these together." };
var together = new Option<int>("--together") { Description = "How many cases of a crash share a season.", DefaultValueFactory = _ => 16 };
var parallel = new Option<int>("--parallel") { Description = "How many seasons are played at once.", DefaultValueFactory = _ => 1 };
var faults = new Command("faults", "JuryBot killed before and after every kind of request, and seasons under each fault and under all; fails when anything was lost, came twice without a lost answer, or came to something else.") { json, fault, together, parallel, seed };
faults.SetAction((parsed, interrupted) => FaultsBenchmark.RunAsync(parsed.GetValue(fault), parsed.GetValue(together), parsed.GetValue(parallel), parsed.GetValue(seed), parsed.GetValue(json), interrupted));

return await new RootCommand("Measures JuryBot; each table holds ratios against a floor measured in the same run.") { planner, channel, fuzz, verbs, scale, pane, faults }.Parse(args).InvokeAsync();
