namespace JuryBot.Features;

/// <summary>Outside text for a spreadsheet or a file of values.</summary>
internal static class SafeText
{
    /// <summary>The text with a space in the place of every control character but the line feed, and of every broken surrogate: neither XML nor a
    /// line of values can hold them, and a tab or a carriage return in front makes some programs read a formula.</summary>
    public static string Of(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsHighSurrogate(letters[i]) && i + 1 < letters.Length && char.IsLowSurrogate(letters[i + 1]))
            {
                i++;
            }
            else if ((char.IsControl(letters[i]) && letters[i] != '\n') || char.IsSurrogate(letters[i]) || letters[i] is '\uFFFE' or '\uFFFF')
            {
                letters[i] = ' ';
            }
        }

        return new string(letters);
    }
}
