using JuryBot.Configuration;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Calendars;

/// <summary>The mailbox juries are run from: the configured shared one, or the convening coordinator's.</summary>
public sealed class JuryMailbox(Settings settings, PeopleRegister people)
{
    /// <summary>Object id or user principal name: Graph finds no mailbox by another address.</summary>
    /// <exception cref="PoisonException">There is no such mailbox.</exception>
    public async Task<string> OfAsync(string coordinator, CancellationToken cancellation)
    {
        if (settings.Graph.Mailbox is { Length: > 0 } shared)
        {
            return shared;
        }

        var person = await people.GetAsync(coordinator, cancellation);
        return person?.EntraId ?? person?.Mail ?? throw new PoisonException("CoordinatorGone");
    }
}
