using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace JuryBot.Pages;

/// <summary>A piece of HTML. Written as an interpolated string, and whatever is filled in is encoded, unless it is HTML itself.</summary>
[InterpolatedStringHandler]
internal sealed class Html(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

    public static Html Empty { get; } = new(0, 0);

    /// <summary>Markup of our own making: nothing in it comes from outside, or is encoded already.</summary>
    public static Html Trusted(string markup)
    {
        var html = new Html(markup.Length, 0);
        html.AppendLiteral(markup);
        return html;
    }

    /// <summary>A name from outside: encoded, and its direction of writing kept to itself.</summary>
    public static Html Name(string name) => $"<bdi>{name}</bdi>";

    public static Html Names(IEnumerable<string> names) => Join(", ", names.Select(Name));

    public static Html Join(string between, IEnumerable<Html> pieces)
    {
        var joined = new Html(0, 0);
        foreach (var (i, piece) in pieces.Index())
        {
            joined.AppendFormatted(i == 0 ? "" : between);
            joined.AppendFormatted(piece);
        }

        return joined;
    }

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? outside) => text.Append(outside is null ? "" : Encoder.Encode(outside));

    public void AppendFormatted(Html piece) => text.Append(piece.text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            text.Append(piece.text);
        }
    }

    public void AppendFormatted(double number, string? format = null) => text.Append(number.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
