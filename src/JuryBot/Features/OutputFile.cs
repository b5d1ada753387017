namespace JuryBot.Features;

/// <summary>A file that appears whole or not at all.</summary>
internal static class OutputFile
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>What is wrong with the place, before any work is done for it: a sentence, or <c>null</c>.</summary>
    public static string? Wrong(string path, string language)
    {
        try
        {
            if (Directory.Exists(path) || Path.GetFileName(path).Length == 0)
            {
                return Texts.Get(language, "File.Folder");
            }

            if (!Directory.Exists(Folder(path)))
            {
                return Texts.Get(language, "File.FolderMissing");
            }

            File.Create(Beside(path), 1, FileOptions.DeleteOnClose).Dispose();
            return null;
        }
        catch (Exception refused) when (Refused(refused))
        {
            return Texts.Get(language, "File.Unwritable");
        }
    }

    /// <summary>Writes the file, or complains; what was there before is still there then.</summary>
    public static bool Write(string path, ReadOnlySpan<byte> content, string language, Terminal terminal)
    {
        var beside = Beside(path);
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception refused) when (Refused(refused))
        {
            File.Delete(beside);
            terminal.Complain($"{path}: {Texts.Get(language, "File.Unwritable")}");
            return false;
        }
    }

    private static bool Refused(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static string Beside(string path) => Path.Combine(Folder(path), $".{Path.GetRandomFileName()}.tmp");

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
