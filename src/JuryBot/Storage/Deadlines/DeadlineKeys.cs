using System.Globalization;

namespace JuryBot.Storage;

/// <summary>Keys of <c>Deadlines</c>: partitions are UTC hours, rows are ordered by moment and named by their delivery, so
/// that moving the same delivery twice makes one row.</summary>
internal static class DeadlineKeys
{
    public const string Cursor = "cursor";

    public static string Hour(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    public static DateTimeOffset EndOfHour(DateTimeOffset moment) => new DateTimeOffset(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero).AddHours(1);

    public static string Row(DateTimeOffset moment, Cause cause) =>
        string.Create(CultureInfo.InvariantCulture, $"{moment.UtcTicks:D19}|{Hash.Of(cause.Id)[..32]}");
}
