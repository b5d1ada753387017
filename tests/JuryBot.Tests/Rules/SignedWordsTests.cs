namespace JuryBot.Tests.Rules;

/// <summary>Words of the rules that people sign.</summary>
public sealed class SignedWordsTests
{
    [Theory]
    [InlineData("fr", "avoir siégé dans un même jury n'en est pas un")]
    [InlineData("en", "having sat on the same jury is none")]
    public void What_a_juror_signs_says_that_having_sat_on_a_jury_is_no_link(string language, string words) =>
        Assert.Contains(words, JuryBot.Texts.Of("Features.Independence").Get(language, "Statement", "Jean Exemple", "Jury", "1", "2"), StringComparison.Ordinal);
}
