using System.IO.Compression;

namespace JuryBot.Features;

/// <summary>A ZIP that says nothing but its files: the same ones give the same bytes.</summary>
internal static class PlainZip
{
    // The earliest a ZIP can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            // What the package holds comes first, as readers expect.
            foreach (var (name, content) in files.OrderBy(file => file.Name != "[Content_Types].xml").ThenBy(file => file.Name, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return zip.ToArray();
    }
}
