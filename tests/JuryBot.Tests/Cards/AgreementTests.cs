namespace JuryBot.Tests.Cards;

/// <summary>What sheets side by side say of how far members judge alike.</summary>
public sealed class AgreementTests
{
    [Theory]
    [InlineData("aaaa", "aaaa", "tous jugent chaque critère de la même façon", "all judge every criterion alike")]
    [InlineData("aann", "aann", "bon (α de Krippendorff, ordinal : 1,00). Ils diffèrent sur 0 critère(s) sur 4", "good (Krippendorff's α, ordinal: 1.00). They differ on 0 criteria of 4")]
    [InlineData("aann", "apnp", "moyen (α de Krippendorff, ordinal : 0,71). Ils diffèrent sur 2 critère(s) sur 4, à discuter.", "moderate (Krippendorff's α, ordinal: 0.71). They differ on 2 criteria of 4, to discuss.")]
    [InlineData("aaaa", "aaap", "faible (α de Krippendorff, ordinal : 0,00). Ils diffèrent sur 1 critère(s) sur 4, à discuter avant de décider.", "low (Krippendorff's α, ordinal: 0.00). They differ on 1 criteria of 4, to discuss before deciding.")]
    [InlineData("aaaa", "nnnn", "faible (α de Krippendorff, ordinal : -0,75)", "low (Krippendorff's α, ordinal: -0.75)")]
    public void A_sentence_says_how_far_members_judge_alike_and_that_the_jury_decides(string first, string second, string french, string english)
    {
        Said("fr", french, "le jury décide");
        Said("en", english, "the jury decides");

        void Said(string language, string sentence, string guide)
        {
            var said = Assert.Single(Gallery.SideBySideOf(language, first, second), text => text.Contains("Krippendorff", StringComparison.Ordinal));
            Assert.Contains(sentence, said, StringComparison.Ordinal);
            Assert.Equal(first != second || first != "aaaa", said.Contains(guide, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Criteria_that_members_differ_on_most_come_first()
    {
        var texts = Gallery.SideBySideOf("fr", "aaaa", "apna").Where(text => text.Contains("**2.", StringComparison.Ordinal) && !text.Contains('≠', StringComparison.Ordinal)).ToList();
        Assert.Equal(["2.3", "2.2", "2.1", "2.4"], texts.Select(text => text.Split("**")[1]));
    }
}
