namespace JuryBot.Browser.Tests;

public sealed class Placeholder
{
    [Fact]
    public void Builds() => Assert.Equal(2, "ab".Length);
}
