using JuryBot.Features.Welcome;

namespace JuryBot.Tests.Features.Welcome;

public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("mes jurys", nameof(Asked.Juries))]
    [InlineData("Bonjour, MES JURIS svp !", nameof(Asked.Juries))]
    [InlineData("my juyr please", nameof(Asked.Juries))]
    [InlineData("Ma séance ?", nameof(Asked.Juries))]
    [InlineData("ma déclaration", nameof(Asked.Juries))]
    [InlineData("my declaration", nameof(Asked.Juries))]
    [InlineData("mes blcos", nameof(Asked.Blocks))]
    [InlineData("MY BLOCKS", nameof(Asked.Blocks))]
    [InlineData("mes résulats s'il vous plaît", nameof(Asked.Blocks))]
    [InlineData("Pouvez-vous me renvoyer ma convocation ?", nameof(Asked.Resend))]
    [InlineData("je n'ai rien reçu", nameof(Asked.Resend))]
    [InlineData("please send my results again", nameof(Asked.Resend))]
    [InlineData("Puis-je voir mon évalution", nameof(Asked.Assessment))]
    [InlineData("assesment", nameof(Asked.Assessment))]
    [InlineData("Bonjour", nameof(Asked.Greeting))]
    [InlineData("aide", nameof(Asked.Greeting))]
    [InlineData("quelle heure est-il ?", nameof(Asked.NotUnderstood))]
    [InlineData("", nameof(Asked.NotUnderstood))]
    [InlineData("🙂 12345 ???", nameof(Asked.NotUnderstood))]
    public void What_is_typed_loosely_is_understood_as_it_is_meant(string text, string asked) => Assert.Equal(asked, Understanding.Of(text).ToString());

    [Fact]
    public void A_novel_is_not_read() => Assert.Equal(Asked.NotUnderstood, Understanding.Of(string.Join(' ', Enumerable.Repeat("jury", 100))));
}
