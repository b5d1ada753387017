using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents;

/// <summary><c>documents templates --out FOLDER</c> writes JuryBot's Word templates as files; one that is there with other content is left alone.
/// <c>documents check FOLDER</c> says everything that is wrong in a folder of templates. Exit code 0 when all is well, 1 when not.</summary>
internal static class DocumentsCommand
{
    private static readonly Texts Texts = Texts.Of("Features.Documents");

    /// <param name="args">As above; <c>--language en</c> for English messages.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var language = args is [.., "--language", "en"] ? "en" : "fr";
        switch (args is [.., "--language", "fr" or "en"] ? args[..^2] : args)
        {
            case ["templates", "--out", { Length: > 0 } folder]:
                return Write(folder, language, output, error);
            case ["check", { Length: > 0 } folder] when Directory.Exists(folder):
                var faults = Templates.Faults(folder);
                Say(error, faults.Select(fault => fault.Say(language)));
                Say(output, faults.Count == 0 ? [Texts.Get(language, "Command.Whole")] : []);
                return faults.Count == 0 ? 0 : 1;
            case ["check", var missing]:
                Say(error, [Texts.Get(language, "Command.NoFolder", WordText.Clean(missing))]);
                return 1;
            default:
                Say(error, [Texts.Get(language, "Command.HowTo")]);
                return 1;
        }
    }

    private static int Write(string folder, string language, TextWriter output, TextWriter error)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var templates = Templates.All.Select(template => (File: Templates.FileOf(template.Kind, template.Language), Content: Templates.Shipped(template.Kind, template.Language))).ToList();
            var kept = templates.Where(template => Path.Combine(folder, template.File) is var path && File.Exists(path) && !File.ReadAllBytes(path).SequenceEqual(template.Content)).Select(template => template.File).ToList();
            foreach (var (file, content) in templates.Where(template => !kept.Contains(template.File)))
            {
                File.WriteAllBytes(Path.Combine(folder, file), content);
            }

            Say(output, [Texts.Get(language, "Command.Written", templates.Count - kept.Count)]);
            Say(error, kept.Select(file => Texts.Get(language, "Command.Kept", file)));
            return kept.Count == 0 ? 0 : 1;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            Say(error, [Texts.Get(language, "Command.Unwritable", unwritable.Message)]);
            return 1;
        }
    }

    private static void Say(TextWriter to, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            to.WriteLine(line.ReplaceLineEndings(" "));
        }
    }
}
