using JuryBot.Configuration;

namespace JuryBot.Pages;

/// <summary>What every personal page has around its own words: head, style, whom to write to, the other language. No script, but where a page brings its one.</summary>
internal sealed class PageFrame(OrganisationSettings organisation)
{
    private static readonly Html Style = Html.Trusted(PageStyle.Text);
    private static readonly Texts Texts = Texts.Of("Pages");

    /// <param name="mark">What stands above everything else on the page; <c>null</c> for nothing.</param>
    public string Show(string language, string title, Html body, string? mark, PageScript? script = null)
    {
        var other = language == "fr" ? "en" : "fr";
        Html page = $"""
            <!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer"><title>{title} · {organisation.Name}</title><style>{Style}</style></head>
            <body><main>{(mark is null ? Html.Empty : Marked(mark))}{body}<footer class="quiet"><p>{Texts.Get(language, "Outro", organisation.Reached)}</p><p class="language"><a href="?lang={other}" lang="{other}" hreflang="{other}">{Texts.Get(other, "Language")}</a></p></footer></main>{script?.Element ?? Html.Empty}</body></html>
            """;
        return page.ToString();
    }

    private static Html Marked(string mark) => $"<p class=\"quiet\">{mark}</p>";
}
