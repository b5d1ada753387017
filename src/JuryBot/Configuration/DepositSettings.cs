using System.Globalization;

namespace JuryBot.Configuration;

/// <summary>What candidates may deposit before their exam. Section <c>Deposits</c>.</summary>
/// <param name="LargestMegabytes">The files of one deposit together, in MB of 1024 × 1024 bytes, 1 to 60; default 25.</param>
public sealed record DepositSettings(int LargestMegabytes)
{
    public static DepositSettings Usual { get; } = new(25);

    public long LargestBytes => LargestMegabytes * 1024L * 1024;

    /// <summary>Bytes a request may have: enough for a deposit that is too large to be refused by its name.</summary>
    internal long LargestRequest => (2 * LargestBytes) + (1024 * 1024);

    internal static DepositSettings Read(IConfiguration configuration, List<string> problems)
    {
        var text = configuration["Deposits:LargestMegabytes"];
        if (text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is >= 1 and <= 60))
        {
            return text is null ? Usual : new DepositSettings(int.Parse(text, CultureInfo.InvariantCulture));
        }

        problems.Add($"Deposits:LargestMegabytes is '{text}': give a whole number from 1 to 60.");
        return Usual;
    }
}
