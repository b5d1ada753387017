namespace JuryBot.Features.Planning;

/// <summary>A file that appears whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>What is wrong with the place, before any work is done for it: the text <c>File.{…}</c>, or <c>null</c>.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <param name="problem">The problem's bytes: whatever way leads to it, it is not written over.</param>
    public static string? Wrong(string path, ReadOnlySpan<byte> problem)
    {
        try
        {
            if (Directory.Exists(path) || Path.GetFileName(path).Length == 0)
            {
                return "File.Folder";
            }

            if (!Directory.Exists(Folder(path)))
            {
                return "File.FolderMissing";
            }

            if (File.Exists(path) && new FileInfo(path).Length == problem.Length && problem.SequenceEqual(File.ReadAllBytes(path)))
            {
                return "File.IsTheProblem";
            }

            File.Create(Beside(path), 1, FileOptions.DeleteOnClose).Dispose();
            return null;
        }
        catch (Exception refused) when (Refused(refused))
        {
            return "File.Unwritable";
        }
    }

    /// <summary><c>false</c> when it could not be written; what was there before is still there then.</summary>
    public static bool Write(string path, string text)
    {
        var beside = Beside(path);
        try
        {
            File.WriteAllText(beside, text);
            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception refused) when (Refused(refused))
        {
            File.Delete(beside);
            return false;
        }
    }

    private static bool Refused(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static string Beside(string path) => Path.Combine(Folder(path), $".{Path.GetRandomFileName()}.tmp");

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
