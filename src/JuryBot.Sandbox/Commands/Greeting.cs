using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Commands;

/// <summary>What the developer reads first: what to open and who to be.</summary>
internal static class Greeting
{
    public static void Print(SandboxRun run, string rosters, int port, int juryBotPort)
    {
        var organisation = run.Tenant.Organisation;
        Taken(port, run.Tenant.Address);
        Taken(juryBotPort, run.JuryBotUrl);
        Console.WriteLine($"{organisation.Name}: fictitious, and its certification's renewal is an example.");
        Console.WriteLine($"  Open      {run.Tenant.Address}  (the portal)");
        Console.WriteLine($"  JuryBot   {run.JuryBotUrl}app/  (log: {run.JuryBotLog})");
        Console.WriteLine($"  Storage   {run.StorageConnectionString}");
        Console.WriteLine($"  Data      {run.DataDirectory}");
        Console.WriteLine($"  Rosters   {rosters}  (candidats.csv and jures.xlsx, for the coordinator to import)");
        Console.WriteLine("  Be, in the portal:");
        foreach (var group in organisation.People.GroupBy(Role))
        {
            Console.WriteLine($"    {group.Key,-34}{string.Join(", ", group.Take(3).Select(person => person.Name))}{(group.Count() > 3 ? ", …" : "")}");
        }
    }

    private static string Role(Person person) => person switch
    {
        { HasAccount: false } => $"a {person.Kind.ToString().ToLowerInvariant()} without an account",
        { Kind: PersonKind.Juror } => $"a juror: {person.Capacities[0]}",
        _ => $"a {person.Kind.ToString().ToLowerInvariant()}",
    };

    private static void Taken(int wanted, Uri address)
    {
        if (wanted != 0 && wanted != address.Port)
        {
            Console.WriteLine($"Port {wanted} is taken: {address.Port} is used instead.");
        }
    }
}
