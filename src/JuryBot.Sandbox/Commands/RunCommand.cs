using System.CommandLine;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;

namespace JuryBot.Sandbox.Commands;

/// <summary>The sandbox by hand: starts everything, says what to open, and runs until Ctrl+C.</summary>
internal static class RunCommand
{
    public static RootCommand Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "Where the tenant and its storage are kept (default: .jurybot in the repository)." };
        var seed = new Option<int>("--seed") { Description = "Makes another organisation.", DefaultValueFactory = _ => new TenantOptions().Seed };
        var jurors = new Option<int>("--jurors") { Description = "How many jurors.", DefaultValueFactory = _ => new TenantOptions().Jurors };
        var candidates = new Option<int>("--candidates") { Description = "How many candidates.", DefaultValueFactory = _ => new TenantOptions().Candidates };
        var port = new Option<int>("--port") { Description = "The tenant's and the portal's port.", DefaultValueFactory = _ => new SandboxRunOptions().TenantPort };
        var juryBotPort = new Option<int>("--jurybot-port") { Description = "JuryBot's port.", DefaultValueFactory = _ => new SandboxRunOptions().JuryBotPort };
        var replicas = new Option<int>("--replicas") { Description = "How many JuryBot processes.", DefaultValueFactory = _ => 1 };
        var command = new RootCommand("A Microsoft 365 tenant on your machine, with JuryBot in it.") { data, seed, jurors, candidates, port, juryBotPort, replicas };
        command.SetAction(async (arguments, ct) =>
        {
            await using var run = await SandboxRun.StartAsync(new SandboxRunOptions
            {
                Tenant = new TenantOptions { Seed = arguments.GetValue(seed), Jurors = arguments.GetValue(jurors), Candidates = arguments.GetValue(candidates) },
                DataDirectory = arguments.GetValue(data)?.FullName ?? Path.Combine(Repository.Root, ".jurybot"),
                TenantPort = arguments.GetValue(port), JuryBotPort = arguments.GetValue(juryBotPort), Replicas = arguments.GetValue(replicas),
                StorageConnectionString = Environment.GetEnvironmentVariable("Storage__ConnectionString"),
            }, Console.WriteLine, ct);
            var rosters = Path.Combine(run.DataDirectory, "rosters");
            RosterFiles.Write(run.Tenant.Organisation, RosterFiles.PromotionAt(run.Tenant.Clock.GetUtcNow()), rosters);
            Greeting.Print(run, rosters, arguments.GetValue(port), arguments.GetValue(juryBotPort));
            try
            {
                await run.Ready.WaitAsync(ct);
                Console.WriteLine("JuryBot is ready, and installed for everybody with an account. Ctrl+C ends it all.");
                await Task.Delay(Timeout.Infinite, ct);
            }
            catch (OperationCanceledException)
            {
                Console.WriteLine("Stopping…");
            }

            return 0;
        });
        return command;
    }
}
