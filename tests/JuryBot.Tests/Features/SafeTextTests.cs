using JuryBot.Features;

namespace JuryBot.Tests.Features;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Zoé 🎭 Ωμέγα\nligne", "Zoé 🎭 Ωμέγα\nligne")]
    [InlineData("\t=1\r", " =1 ")]
    [InlineData("a\u0000b\u001fc\u0085d", "a b c d")]
    [InlineData("\uFFFE\uFFFF", "  ")]
    public void Control_characters_become_spaces_and_letters_stay(string text, string safe) => Assert.Equal(safe, SafeText.Of(text));

    // Not literals: a broken surrogate does not survive the test's own name.
    [Fact]
    public void A_broken_surrogate_becomes_a_space() => Assert.Equal("a b ", SafeText.Of($"a{(char)0xD83C}b{(char)0xDFAD}"));
}
