using System.Net.Mail;
using JuryBot.Storage;

namespace JuryBot.Features.Rosters;

/// <summary>Kinds of cell that both rosters have.</summary>
internal static class Cells
{
    /// <summary>A mail address in lower case, once in the roster.</summary>
    public static string Mail(RosterRow row, RosterColumn column, Dictionary<string, int> seen)
    {
        if (row[column] is not { } typed)
        {
            return "";
        }

        if (typed.Length > 254 || !MailAddress.TryCreate(typed, out var mail) || mail.Address != typed || !mail.Host.Contains('.', StringComparison.Ordinal) || typed.Any(c => c > '~' || c <= ' '))
        {
            row.Fault(column, "MailInvalid", typed);
            return "";
        }

        if (!Keys.Fits(mail.Address))
        {
            row.Fault(column, "MailUnusable", typed);
        }

        if (!seen.TryAdd(mail.Address, row.Number))
        {
            row.Fault(column, "MailTwice", typed, seen[mail.Address]);
        }

        return mail.Address.ToLowerInvariant();
    }

    public static bool? YesNo(RosterRow row, RosterColumn column)
    {
        switch (Texts.Plain(row[column] ?? ""))
        {
            case "": return null;
            case "oui" or "o" or "yes" or "y" or "vrai" or "true" or "1" or "x": return true;
            case "non" or "n" or "no" or "faux" or "false" or "0": return false;
            default:
                row.Fault(column, "YesNoUnreadable", row[column]);
                return null;
        }
    }

    public static string? Language(RosterRow row, RosterColumn column)
    {
        switch (Texts.Plain(row[column] ?? ""))
        {
            case "": return null;
            case "fr" or "francais" or "french": return "fr";
            case "en" or "anglais" or "english": return "en";
            default:
                row.Fault(column, "LanguageUnknown", row[column]);
                return null;
        }
    }

    /// <summary>The parts of a cell that holds a list.</summary>
    public static List<string> Parts(string cell) => [.. cell.Split([';', ',', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
