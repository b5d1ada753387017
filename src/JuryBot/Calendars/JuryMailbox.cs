using JuryBot.Configuration;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Calendars;

/// <summary>The mailbox juries are run from: the configured shared one, or the convening coordinator's.</summary>
public sealed class JuryMailbox(Settings settings, PeopleRegister people)
{
    public async Task<string> OfAsync(string coordinator, CancellationToken cancellation) => settings.Graph.Mailbox is { Length: > 0 } shared
        ? shared
        : (await people.GetAsync(coordinator, cancellation))?.Mail ?? throw new PoisonException("The convening coordinator is gone; configure Graph:Mailbox.");
}
