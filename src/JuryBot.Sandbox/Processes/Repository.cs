namespace JuryBot.Sandbox.Processes;

/// <summary>Where the sources are, found from where the sandbox was built.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Sandbox => Path.Combine(Root, "src", "JuryBot.Sandbox");

    public static string Portal => Path.Combine(Sandbox, "Portal");

    public static string JuryBot => Path.Combine(Root, "src", "JuryBot");

    public static string Azurite => Path.Combine(Sandbox, "azurite.cjs");

    private static string Find(DirectoryInfo? directory) => directory is null ? throw new SandboxException("The sandbox must be run from its repository: JuryBot.sln was not found.")
        : File.Exists(Path.Combine(directory.FullName, "JuryBot.sln")) ? directory.FullName : Find(directory.Parent);
}
