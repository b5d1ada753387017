using System.Diagnostics.CodeAnalysis;

namespace JuryBot.Storage;

/// <summary>What Azure Tables accepts as a partition or row key. The emulator is laxer, so this is checked here.</summary>
internal static class Keys
{
    /// <summary>1 KiB in UTF-16.</summary>
    private const int MaxLength = 512;

    /// <summary>Not empty, at most 1 KiB, none of <c>/ \ # ?</c>, no control character, no broken surrogate.</summary>
    public static bool Fits([NotNullWhen(true)] string? key) => key?.Length is > 0 and <= MaxLength && !key.Any(IsRefused) && IsWellFormed(key);

    /// <exception cref="KeyRefusedException">The key is not one that Azure Tables accepts.</exception>
    public static string Checked(string key) => Fits(key) ? key : throw new KeyRefusedException(key);

    private static bool IsRefused(char c) => c is '/' or '\\' or '#' or '?' || char.IsControl(c);

    private static bool IsWellFormed(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsSurrogate(key[i]))
            {
                continue;
            }
            if (i + 1 == key.Length || !char.IsSurrogatePair(key[i], key[i + 1]))
            {
                return false;
            }
            i++;
        }
        return true;
    }
}
