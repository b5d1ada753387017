using System.Globalization;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;

namespace JuryBot.Features.Rosters;

/// <summary>A candidate as the roster says.</summary>
internal sealed record CandidateLine(
    string LastName, string FirstName, string Mail, string Route, string Promotion, DateOnly EnteredOn, string Language, bool ExtraTime, IReadOnlyList<string>? Blocks)
    : RosterLine(LastName, FirstName, Mail, Language)
{
    public CandidateIdentity ToIdentity() => new()
    {
        FirstName = FirstName,
        LastName = LastName,
        Mail = Mail,
        Language = Language,
        ExtraTime = ExtraTime,
    };
}

/// <summary>The candidates' roster: its columns and its rules.</summary>
internal sealed class CandidateRoster(Certification certification, OrganisationSettings organisation)
{
    private static readonly RosterColumn LastName = new("LastName", true);
    private static readonly RosterColumn FirstName = new("FirstName", true);
    private static readonly RosterColumn Mail = new("Mail", true);
    private static readonly RosterColumn Route = new("Route", true);
    private static readonly RosterColumn Promotion = new("Promotion", true);
    private static readonly RosterColumn EnteredOn = new("EnteredOn", true);
    private static readonly RosterColumn Language = new("Language", false);
    private static readonly RosterColumn ExtraTime = new("ExtraTime", false);
    private static readonly RosterColumn Blocks = new("Blocks", false);

    public static readonly IReadOnlyList<RosterColumn> Columns = [LastName, FirstName, Mail, Route, Promotion, EnteredOn, Language, ExtraTime, Blocks];

    /// <summary>The lines of the sheet; all that is wrong is in its faults, and then nothing may be stored.</summary>
    public IReadOnlyList<CandidateLine> Read(RosterSheet sheet)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. sheet.Rows.Select(row => new CandidateLine(
            row[LastName] ?? "",
            row[FirstName] ?? "",
            Cells.Mail(row, Mail, seen),
            ReadRoute(row),
            row[Promotion] ?? "",
            ReadDate(row),
            Cells.Language(row, Language) ?? organisation.Language,
            Cells.YesNo(row, ExtraTime) ?? false,
            ReadBlocks(row)))];
    }

    private string ReadRoute(RosterRow row)
    {
        if (row[Route] is not { } typed)
        {
            return "";
        }

        var plain = Texts.Plain(typed);
        var route = certification.Routes.FirstOrDefault(r => plain == Texts.Plain(r.Id) || plain == Texts.Plain(r.Name.Fr) || plain == Texts.Plain(r.Name.En));
        if (route is null)
        {
            row.Fault(Route, "RouteUnknown", typed, string.Join(", ", certification.Routes.Where(r => r.Open).Select(r => r.Name.In("fr"))));
        }
        else if (!route.Open)
        {
            row.Fault(Route, "RouteClosed", route.Name.Fr, route.ClosedBecause?.Fr);
        }

        return route?.Id ?? "";
    }

    private DateOnly ReadDate(RosterRow row)
    {
        if (row[EnteredOn] is not { } typed)
        {
            return default;
        }

        if (!DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            row.Fault(EnteredOn, "DateUnreadable", typed);
        }
        else if (certification.RegistrationOn(date) is null)
        {
            row.Fault(EnteredOn, "NotRegistered", date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), certification.Code);
        }

        return date;
    }

    private List<string>? ReadBlocks(RosterRow row)
    {
        if (row[Blocks] is not { } typed || typed == "-")
        {
            return null;
        }

        var blocks = Cells.Parts(typed);
        foreach (var unknown in blocks.Where(b => certification.Blocks.All(known => known.Id != b)))
        {
            row.Fault(Blocks, "BlockUnknown", unknown, string.Join(", ", certification.Blocks.Select(b => b.Id)));
        }

        return blocks;
    }
}
