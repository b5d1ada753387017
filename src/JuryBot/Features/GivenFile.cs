namespace JuryBot.Features;

/// <summary>A file that a command is given to read.</summary>
internal static class GivenFile
{
    private const int Most = 64 * 1024 * 1024;

    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>Its bytes, 64 MB at most; <c>null</c> when it cannot be read, after a line that says why: <c>file: text</c>.</summary>
    public static byte[]? Read(string path, string language, Terminal terminal)
    {
        try
        {
            return Bytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Complain($"{path}: {Texts.Get(language, unreadable switch
            {
                FileNotFoundException or DirectoryNotFoundException => "File.Missing",
                InvalidDataException => "File.TooLong",
                _ when Directory.Exists(path) => "File.Folder",
                _ => "File.Unreadable",
            })}");
            return null;
        }
    }

    /// <summary>Not more than a file of this kind may hold, also where a length is not known beforehand.</summary>
    private static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > Most)
            {
                throw new InvalidDataException();
            }
        }

        return copy.ToArray();
    }
}
