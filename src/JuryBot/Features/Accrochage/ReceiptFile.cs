using System.Xml;
using System.Xml.Linq;

namespace JuryBot.Features.Accrochage;

/// <summary>What a receipt says of one title.</summary>
/// <param name="Message">Why it was refused; empty when nothing is said.</param>
internal sealed record ReceiptPassage(string IdTechnique, bool Accepted, string Message);

/// <summary>A receipt that is not one.</summary>
/// <param name="rule">The text <c>Receipt.{Rule}</c>.</param>
internal sealed class ReceiptException(string rule, IXmlLineInfo? at = null) : Exception(rule)
{
    public int Line { get; } = Math.Max(1, at?.LineNumber ?? 1);

    public int Column { get; } = Math.Max(1, at?.LinePosition ?? 1);
}

/// <summary>A receipt of the Caisse des Dépôts: sections <c>passagesOK</c> and <c>passagesKO</c>, an <c>idTechnique</c> in each passage, a
/// <c>messageErreur</c> in each refused one. Elements are known by their local names, whatever is around them.</summary>
/// <param name="Messages">Those that belong to no title.</param>
internal sealed record ReceiptFile(IReadOnlyList<ReceiptPassage> Passages, IReadOnlyList<string> Messages)
{
    /// <exception cref="ReceiptException">It is not XML, has a DTD, or is no receipt.</exception>
    public static ReceiptFile Read(byte[] file)
    {
        var document = Parse(file);
        var passages = new Dictionary<string, ReceiptPassage>(StringComparer.Ordinal);
        var taken = new HashSet<XElement>();
        var sections = document.Descendants().Where(element => element.Name.LocalName is "passagesOK" or "passagesKO").ToList();
        if (sections.Count == 0)
        {
            throw new ReceiptException("NoReceipt", document.Root);
        }

        foreach (var (section, id) in sections.SelectMany(section => Named(section, "idTechnique").Select(id => (section, id))))
        {
            var accepted = section.Name.LocalName == "passagesOK";
            var messages = Named(PassageOf(id, section), "messageErreur").ToList();
            taken.UnionWith(messages);
            var (key, message) = (id.Value.Trim(), Join(messages));
            if (key.Length == 0)
            {
                throw new ReceiptException("NoId", id);
            }

            var before = passages.GetValueOrDefault(key);
            if (before is not null && before.Accepted != accepted)
            {
                throw new ReceiptException("BothWays", id);
            }

            passages[key] = new(key, accepted, before is null || before.Message.Length == 0 ? message : $"{before.Message} ; {message}");
        }

        return new([.. passages.Values], [.. Named(document.Root!, "messageErreur").Where(message => !taken.Contains(message)).Select(message => Join([message]))]);
    }

    private static XDocument Parse(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException wrong)
        {
            throw wrong.LineNumber == 0 && PlaceOf("<!DOCTYPE"u8, file) is { } dtd ? new ReceiptException("Dtd", dtd) : new ReceiptException("NotXml", new At(wrong.LineNumber, wrong.LinePosition));
        }
    }

    // Of a DTD the exception says no place.
    private static At? PlaceOf(ReadOnlySpan<byte> words, ReadOnlySpan<byte> file) => file.IndexOf(words) is >= 0 and var start
        ? new At(file[..start].Count((byte)'\n') + 1, start - file[..start].LastIndexOf((byte)'\n'))
        : null;

    /// <summary>The largest element of the section that speaks of this title alone.</summary>
    private static XElement PassageOf(XElement id, XElement section)
    {
        var passage = id;
        while (passage != section && !Named(passage.Parent!, "idTechnique").Skip(1).Any())
        {
            passage = passage.Parent!;
        }

        return passage;
    }

    private static IEnumerable<XElement> Named(XElement within, string name) => within.DescendantsAndSelf().Where(element => element.Name.LocalName == name);

    private static string Join(IEnumerable<XElement> messages) => string.Join(" ; ", messages.Select(message => message.Value.Trim()).Where(text => text.Length > 0));

    private sealed record At(int LineNumber, int LinePosition) : IXmlLineInfo
    {
        public bool HasLineInfo() => true;
    }
}
