using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using JuryBot.Pages;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>What a card says, as the HTML of a mail: for people whom Teams does not reach. Buttons and inputs are left out, and the mail says so.</summary>
internal static partial class CardMail
{
    private static readonly Texts Texts = Texts.Of("Features");

    public static string Html(AdaptiveCard card, string language)
    {
        var html = new StringBuilder();
        var asks = false;
        foreach (var element in card.Body)
        {
            Write(element, html, ref asks);
        }

        return asks ? html.Append($"<p><em>{WebUtility.HtmlEncode(Texts.Get(language, "CardMail.InTeams"))}</em></p>").ToString() : html.ToString();
    }

    /// <summary>Elements of a card as a piece of a page: what stands out is a heading, a container a section. Buttons and inputs are left out.</summary>
    public static Html Page(IEnumerable<CardElement> elements)
    {
        var html = new StringBuilder();
        var asks = false;
        foreach (var element in elements)
        {
            Write(element, html, ref asks, ofPage: true);
        }

        return Pages.Html.Trusted(html.ToString());
    }

    private static void Write(CardElement element, StringBuilder html, ref bool asks, bool ofPage = false)
    {
        switch (element)
        {
            case TextBlock { Weight: TextWeight.Bolder } heading when ofPage:
                html.Append($"<h2>{Inline(heading.Text)}</h2>");
                break;
            case TextBlock { IsSubtle: true } subtle when ofPage:
                html.Append($"<p class=\"quiet\">{Inline(subtle.Text)}</p>");
                break;
            case Container section when ofPage:
                html.Append("<section class=\"card\">");
                foreach (var item in section.Items)
                {
                    Write(item, html, ref asks, ofPage);
                }

                html.Append("</section>");
                break;
            case TextBlock text:
                html.Append($"<p>{Inline(text.Weight == TextWeight.Bolder ? $"**{text.Text}**" : text.Text)}</p>");
                break;
            case FactSet set:
                html.Append($"<table><tbody>{string.Concat(set.Facts.Select(f => $"<tr><th scope=\"row\" align=\"left\">{Inline(f.Title)}</th><td>{Inline(f.Value)}</td></tr>"))}</tbody></table>");
                break;
            case Container container:
                foreach (var item in container.Items)
                {
                    Write(item, html, ref asks);
                }

                break;
            case ColumnSet set:
                foreach (var item in set.Columns.SelectMany(c => c.Items))
                {
                    Write(item, html, ref asks);
                }

                break;
            case InputElement or ActionSet { Actions: [ExecuteAction, ..] }:
                asks = true;
                break;
            case ActionSet { Actions: [OpenUrlAction link, ..] }:
                html.Append($"<p><a href=\"{WebUtility.HtmlEncode(link.Url)}\">{WebUtility.HtmlEncode(link.Title)}</a></p>");
                break;
        }
    }

    // Our own Markdown: bold, and what Markdown.Escape has escaped.
    private static string Inline(string markdown) =>
        Escaped().Replace(Bold().Replace(WebUtility.HtmlEncode(markdown), "<strong>$1</strong>"), "$1").Replace("\n", "<br>", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\\)\*\*(.+?)(?<!\\)\*\*", RegexOptions.Singleline)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\\((?:&\w+;|&#\d+;)|[^\w\s])")]
    private static partial Regex Escaped();
}
