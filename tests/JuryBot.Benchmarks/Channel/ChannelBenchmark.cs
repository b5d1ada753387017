using System.Runtime.InteropServices;
using System.Text.Json;
using Spectre.Console;

namespace JuryBot.Benchmarks.Channel;

/// <summary>What a turn costs the bot's process, against a bare endpoint that does the same.</summary>
internal static class ChannelBenchmark
{
    private const string Floor = "bare";
    private const int Parallel = 8;
    /// <summary>What the compiler makes of the same code differs from process to process.</summary>
    private const int Processes = 3;
    private const int Rounds = 21;
    private const int MostMeasured = 60_000;
    private const double MostOpen = 1.25, MostWithTokens = 1.5, MostMegabytes = 120;

    /// <summary>Turns to leave the compiler's first tiers behind.</summary>
    private const int WarmUp = 100_000;

    /// <param name="turns">How many turns of either kind, on each server, are measured (at most 60,000); more of them only fill the memory of the bot with tokens.</param>
    /// <param name="json">Written too when given.</param>
    public static async Task<int> RunAsync(int turns, FileInfo? json)
    {
        await using var channel = await FakeChannel.StartAsync();
        using var load = new Load();
        (string Name, byte[] Body)[] kinds = [("message", channel.Message()), ("card action", channel.Press())];
        var spent = new Dictionary<(string Kind, string Server), Spent>();
        List<double> resident = [];
        double bareResident = 0;
        for (var process = 1; process <= Processes; process++)
        {
            await using var bare = await Child.StartAsync("bare", channel.Address);
            await using var open = await Child.StartAsync("open", channel.Address);
            await using var tokens = await Child.StartAsync("tokens", channel.Address);
            (string Name, Child Server, string? Token)[] servers = [(Floor, bare, null), ("bot, no tokens", open, null), ("bot, tokens", tokens, channel.Token())];
            foreach (var (kind, body) in kinds)
            {
                await MeasureAsync(load, servers, body, Math.Min(turns, MostMeasured) / Rounds, name => CollectionsMarshal.GetValueRefOrAddDefault(spent, (kind, name), out _) ??= new());
            }

            if (process == Processes)
            {
                resident = await FillAsync(load, tokens, kinds, channel.Token(), turns);
                bareResident = Megabytes(await bare.UsageAsync());
            }
        }

        // Each round against its own floor: what else the machine does weighs on both.
        var rows = spent.Select(one => new Row(one.Key.Kind, one.Key.Server, Median.Of(one.Value.Cpu), Median.Of([.. one.Value.Cpu.Zip(spent[(one.Key.Kind, Floor)].Cpu, (own, floor) => own / floor)]), one.Value.Bytes.Average())).ToList();
        var good = Show(rows, resident, bareResident, turns);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(new { turns, rows, residentMegabytes = resident, bareResidentMegabytes = bareResident, good }, JsonSerializerOptions.Web));
        }

        return good ? 0 : 1;
    }

    /// <summary>Some rounds of one kind of turn, on each server in turn.</summary>
    private static async Task MeasureAsync(Load load, (string Name, Child Server, string? Token)[] servers, byte[] body, int slice, Func<string, Spent> of)
    {
        foreach (var (_, server, token) in servers)
        {
            await load.PostAsync(server.Address, body, token, WarmUp, Parallel);
        }

        for (var round = 0; round < Rounds / Processes; round++)
        {
            foreach (var (name, server, token) in servers)
            {
                var before = await server.UsageAsync();
                await load.PostAsync(server.Address, body, token, slice, Parallel);
                var after = await server.UsageAsync();
                var spent = of(name);
                spent.Cpu.Add((after.Cpu - before.Cpu).TotalMicroseconds / slice);
                spent.Bytes.Add((after.Allocated - before.Allocated) / (double)slice);
            }
        }
    }

    /// <summary>Resident megabytes of the bot after every tenth of the turns.</summary>
    private static async Task<List<double>> FillAsync(Load load, Child server, (string Name, byte[] Body)[] kinds, string token, int turns)
    {
        var resident = new List<double>();
        for (var tenth = 0; tenth < 10; tenth++)
        {
            foreach (var (_, body) in kinds)
            {
                await load.PostAsync(server.Address, body, token, turns / 20, Parallel);
            }

            resident.Add(Megabytes(await server.UsageAsync()));
        }

        return resident;
    }

    private static bool Show(List<Row> rows, List<double> resident, double bareResident, int turns)
    {
        var table = new Table().AddColumns("turn", "server", "CPU µs", "ratio", "goal", "allocated B");
        foreach (var row in rows)
        {
            var goal = Goal(row);
            table.AddRow(row.Turn, row.Server, $"{row.CpuMicroseconds:F1}", $"{row.Ratio:F2}", goal is null ? "" : $"≤ {goal:F2} {(row.Ratio <= goal ? "held" : "missed")}", $"{row.AllocatedBytes:F0}");
        }

        var held = resident.Max() < MostMegabytes;
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Resident MB over {turns:N0} turns with tokens: {string.Join(" ", resident.Select(mb => $"{mb:F0}"))} (goal < {MostMegabytes}: {(held ? "held" : "missed")}; the bare endpoint {bareResident:F0})");
        return held && rows.All(row => Goal(row) is not { } goal || row.Ratio <= goal);
    }

    private static double? Goal(Row row) => row.Server switch { Floor => null, "bot, tokens" => MostWithTokens, _ => MostOpen };

    private static double Megabytes(Usage usage) => usage.Resident / 1048576.0;

    /// <param name="Cpu">Microseconds a turn, each round.</param>
    /// <param name="Bytes">Bytes a turn, each round.</param>
    private sealed record Spent(List<double> Cpu, List<double> Bytes)
    {
        public Spent()
            : this([], [])
        {
        }
    }

    private sealed record Row(string Turn, string Server, double CpuMicroseconds, double Ratio, double AllocatedBytes);
}
