using JuryBot.Domain.Sessions;

namespace JuryBot.Tests.Texts;

public sealed class DayTests
{
    [Theory]
    [InlineData("fr", 16, "du 14 décembre 2026 au 16 décembre 2026")]
    [InlineData("fr", 14, "le 14 décembre 2026")]
    [InlineData("en", 16, "from 14 December 2026 to 16 December 2026")]
    [InlineData("en", 14, "on 14 December 2026")]
    public void A_window_of_one_day_is_said_as_one_day(string language, int to, string said) =>
        Assert.Equal(said, new SessionWindow(new(2026, 12, 14), new(2026, 12, to), new(9, 0), new(18, 0)).Days(language));
}
