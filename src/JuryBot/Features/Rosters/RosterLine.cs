using JuryBot.Identity;

namespace JuryBot.Features.Rosters;

/// <summary>What every roster says of a person.</summary>
/// <param name="Mail">Lower case.</param>
internal abstract record RosterLine(string LastName, string FirstName, string Mail, string Language)
{
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>A line, where it stands, and whom JuryBot knows by it.</summary>
/// <param name="Account">Object id of the account with the line's address, if there is one.</param>
/// <param name="Person">Id of the person the line is about, or <c>null</c> for somebody new.</param>
internal sealed record RosterEntry<TLine>(TLine Line, RosterRow Row, string? Account, string? Person) where TLine : RosterLine
{
    /// <summary>Finds whom a line is about. An account is one person: what says otherwise is a fault of the line.</summary>
    /// <param name="accounts">Rows by the account they are about; the line's is added.</param>
    public static async Task<RosterEntry<TLine>> FindAsync(
        TLine line, RosterRow row, string? account, Dictionary<string, int> accounts, PeopleRegister people, CancellationToken cancellation)
    {
        var byMail = await people.FindByMailAsync(line.Mail, cancellation);
        var byAccount = account is null ? null : await people.FindByEntraAsync(account, cancellation);
        if (account is not null && !accounts.TryAdd(account, row.Number))
        {
            row.Fault(null, "AccountTwice", line.Mail, accounts[account]);
        }

        if (byMail is not null && byAccount is not null && byMail.Id != byAccount.Id)
        {
            row.Fault(null, "AccountOfAnother", line.Mail, byAccount.Mail);
        }

        if (byMail?.EntraId is { } other && account is not null && other != account)
        {
            row.Fault(null, "AccountChanged", line.Mail);
        }

        return new RosterEntry<TLine>(line, row, account, (byAccount ?? byMail)?.Id);
    }
}
