namespace JuryBot.Teams.Tests;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Jean-Pierre d'Œuvre (BTP) & Cie, 12.5 !", "Jean-Pierre d'Œuvre (BTP) & Cie, 12.5 !")]
    [InlineData("**Admis**", @"\*\*Admis\*\*")]
    [InlineData("a_b `c` ~~d~~", @"a\_b \`c\` \~\~d\~\~")]
    [InlineData("[ici](https://evil.example)", @"\[ici\](https://evil.example)")]
    [InlineData("<at>Ana</at>", @"\<at\>Ana\</at\>")]
    [InlineData("&lt; &#42; R&D", @"\&lt; \&#42; R&D")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}}", @"\{\{DATE(2026-01-01T00:00:00Z)\}\}")]
    [InlineData(@"\*", @"\\\*")]
    [InlineData("# titre", @"\# titre")]
    [InlineData("- a\n+ b\n1. c\n2) d\n> e", "\\- a\n\\+ b\n1\\. c\n2\\) d\n\\> e")]
    [InlineData("a\r\n  - b", "a\n\\- b")]
    [InlineData("===", @"\===")]
    [InlineData("a\u202Eb\u0000c\u2066d\te", "abcde")]
    public void An_outside_string_shows_as_it_stands(string? text, string escaped) => Assert.Equal(escaped, Markdown.Escape(text));
}
