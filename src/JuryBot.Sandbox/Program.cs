using System.CommandLine;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Commands;

var root = RunCommand.Create();
root.Subcommands.Add(PlayCommand.Create());
root.Subcommands.Add(HostCommand.Create());
try
{
    // Ending cleanly takes the time of the slowest process.
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60), EnableDefaultExceptionHandler = false });
}
catch (SandboxException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
