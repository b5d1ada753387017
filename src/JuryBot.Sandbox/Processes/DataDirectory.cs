namespace JuryBot.Sandbox.Processes;

/// <summary>Where one sandbox keeps the tenant and the storage together; locked while in use.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream held;
    private bool temporary;

    private DataDirectory(string path, FileStream held, bool temporary) => (Path, this.held, this.temporary) = (path, held, temporary);

    public string Path { get; }

    /// <param name="path">Made when missing; <c>null</c> for a fresh temporary one that is deleted afterwards.</param>
    /// <exception cref="SandboxException">Another sandbox uses it.</exception>
    public static DataDirectory Open(string? path)
    {
        var directory = path is null ? Directory.CreateTempSubdirectory("jurybot-") : Directory.CreateDirectory(path);
        try
        {
            var held = new FileStream(System.IO.Path.Combine(directory.FullName, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataDirectory(directory.FullName, held, path is null);
        }
        catch (IOException)
        {
            throw new SandboxException($"The data directory {directory.FullName} is in use by another sandbox: stop it first, or choose another with --data.");
        }
    }

    public void Keep() => temporary = false;

    public void Dispose()
    {
        held.Dispose();
        if (temporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
