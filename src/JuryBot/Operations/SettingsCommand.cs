namespace JuryBot.Operations;

/// <summary><c>settings</c>: prints every setting JuryBot reads, with its meaning and what it is when nothing is said.</summary>
internal static class SettingsCommand
{
    private const string Resource = "settings.md";

    /// <summary>The reference, as Markdown with one table: key, when nothing is said, meaning.</summary>
    public static string Reference
    {
        get
        {
            using var reader = new StreamReader(typeof(SettingsCommand).Assembly.GetManifestResourceStream(Resource)!);
            return reader.ReadToEnd();
        }
    }

    public static int Run(TextWriter output)
    {
        output.Write(Reference);
        return 0;
    }
}
