using System.Diagnostics;
using System.Globalization;

namespace JuryBot.Benchmarks.Channel;

/// <summary>A server in its own process, and what it used so far.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly HttpClient Http = new();
    private readonly Process process;

    private Child(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    public static async Task<Child> StartAsync(string kind, string channel)
    {
        // The port and the channel are told on the command line; the server says where it listens and ends with its input.
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        string[] arguments = ["channel", "--child", kind, "--channel", channel];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        return new(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start."));
    }

    public async Task<Usage> UsageAsync()
    {
        long[] figures = [.. (await Http.GetStringAsync(new Uri($"{Address}/stats"))).Split(' ').Select(figure => long.Parse(figure, CultureInfo.InvariantCulture))];
        return new(TimeSpan.FromTicks(figures[0]), figures[1], figures[2]);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

/// <param name="Cpu">Processor time, user and system.</param>
/// <param name="Allocated">Bytes allocated so far.</param>
/// <param name="Resident">Resident bytes now.</param>
internal sealed record Usage(TimeSpan Cpu, long Allocated, long Resident);
