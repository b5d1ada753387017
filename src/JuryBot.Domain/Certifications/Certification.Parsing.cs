using System.Reflection;

namespace JuryBot.Domain.Certifications;

public sealed partial record Certification
{
    private static readonly Lazy<Certification> BuiltIn = new(() => Parse(ReadResource("rncp31168-2018.json")));

    /// <summary>RNCP 31168 « Responsable de production de projets culturels », which ships built in.</summary>
    public static Certification Rncp31168 => BuiltIn.Value;

    /// <summary>Reads a certification document.</summary>
    /// <exception cref="CertificationDocumentException">Anything wrong with it: every problem at once, each with its JSON path.</exception>
    public static Certification Parse(string json) => CertificationDocument.Read(json);

    private static string ReadResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
