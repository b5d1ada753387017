using JuryBot.Teams.Cards;

namespace JuryBot.Chat;

/// <summary>Cards that bring themselves up to date name who for: that is known only where they are sent.</summary>
internal static class RefreshingCards
{
    public static AdaptiveCard RefreshingFor(this AdaptiveCard card, string? userId) => card.Refresh switch
    {
        null => card,
        _ when string.IsNullOrEmpty(userId) => card with { Refresh = null },
        { } refresh => card with { Refresh = new Refresh(refresh.Action, [userId]) },
    };
}
