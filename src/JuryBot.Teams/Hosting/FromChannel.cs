namespace JuryBot.Teams;

/// <summary>A feature of a request that is there once the channel's token was found good, whatever becomes of the activity: it may be another tenant's, brought from
/// the same addresses.</summary>
public sealed class FromChannel
{
    internal static readonly FromChannel Yes = new();

    private FromChannel()
    {
    }
}
