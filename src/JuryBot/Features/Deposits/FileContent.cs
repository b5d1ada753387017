using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using JuryBot.Domain;
using JuryBot.Domain.Deposits;

namespace JuryBot.Features.Deposits;

/// <summary>The types of file that are taken, by extension and by what is in the file: what a panel opens anywhere, on a telephone too. No archive, which could
/// hold anything unseen, and no video, which is too large: a link in the document serves for it.</summary>
internal static class FileContent
{
    private const string Word = "application/vnd.openxmlformats-officedocument.", OpenDocument = "application/vnd.oasis.opendocument.";

    // A part's entry in the list takes some 70 bytes: room for 15,000 parts.
    private const int LongestList = 1024 * 1024, EndRecord = 22;
    private static readonly byte[] Pdf = "%PDF-"u8.ToArray(), Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Jpeg = [0xFF, 0xD8, 0xFF], Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <param name="Part">For an Office document, the folder of its parts; for an OpenDocument, its own type; else <c>null</c>.</param>
    private sealed record Known(string MediaType, byte[] Starts, string? Part = null);

    private static readonly Dictionary<string, Known> Types = new()
    {
        ["pdf"] = new("application/pdf", Pdf),
        ["docx"] = new(Word + "wordprocessingml.document", Zip, "word/"),
        ["odt"] = new(OpenDocument + "text", Zip, OpenDocument + "text"),
        ["pptx"] = new(Word + "presentationml.presentation", Zip, "ppt/"),
        ["odp"] = new(OpenDocument + "presentation", Zip, OpenDocument + "presentation"),
        ["xlsx"] = new(Word + "spreadsheetml.sheet", Zip, "xl/"),
        ["ods"] = new(OpenDocument + "spreadsheet", Zip, OpenDocument + "spreadsheet"),
        ["jpg"] = new("image/jpeg", Jpeg),
        ["jpeg"] = new("image/jpeg", Jpeg),
        ["png"] = new("image/png", Png),
    };

    /// <summary>Extensions that are taken, without the dot.</summary>
    public static IReadOnlyCollection<string> Extensions => Types.Keys;

    /// <summary>Media types that are taken.</summary>
    public static IEnumerable<string> MediaTypes => Types.Values.Select(known => known.MediaType).Distinct();

    /// <summary>The type of a file, or why it is not taken; the name stands in the refusal.</summary>
    /// <param name="name">Made safe.</param>
    /// <param name="content">Read from its start; can seek.</param>
    public static (string? MediaType, Refusal? Refusal) Check(string name, Stream content)
    {
        if (content.Length == 0)
        {
            return (null, new Refusal("DepositEmpty", name));
        }

        var extension = FileNames.ExtensionOf(name);
        return !Types.TryGetValue(extension, out var known) ? (null, new Refusal("DepositType", name, string.Join(", ", Extensions)))
            : Starts(content, known.Starts) && (known.Part is null || IsDocument(content, known.Part)) ? (known.MediaType, null)
            : (null, new Refusal("DepositContent", name, extension));
    }

    private static bool Starts(Stream content, byte[] starts)
    {
        var first = new byte[starts.Length];
        content.Position = 0;
        return content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(starts);
    }

    // Nothing is unpacked but the few letters of an OpenDocument's type, and a list of parts is read that a document can have.
    private static bool IsDocument(Stream content, string part)
    {
        try
        {
            if (!(ListLength(content) is >= 0 and <= LongestList))
            {
                return false;
            }

            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return part.EndsWith('/')
                ? archive.GetEntry("[Content_Types].xml") is not null && archive.Entries.Any(entry => entry.FullName.StartsWith(part, StringComparison.Ordinal))
                    && !archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                : archive.GetEntry("mimetype") is { } type && Read(type, part.Length + 1) == part;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    // Bytes from where an archive says that its list of parts begins to its end, which is all that is read of the list; negative when it says none that
    // is in the file, as an archive of more than 4 GB does.
    private static long ListLength(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndRecord + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var record = tail.Length < EndRecord ? -1 : tail.AsSpan(0, tail.Length - EndRecord + 4).LastIndexOf("PK\u0005\u0006"u8);
        return record < 0 ? -1 : content.Length - BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(record + 16));
    }

    private static string Read(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        var bytes = new byte[most];
        return Encoding.ASCII.GetString(bytes, 0, stream.ReadAtLeast(bytes, most, throwOnEndOfStream: false));
    }
}
