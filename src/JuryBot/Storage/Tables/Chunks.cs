using System.Text;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>A text of any length in an entity, as properties <c>Name0</c>, <c>Name1</c>, … of less than 64 KiB each.</summary>
internal static class Chunks
{
    /// <summary>UTF-16 characters, two bytes each in Azure Tables.</summary>
    private const int Size = 32_000;

    /// <summary>Replaces the text called <paramref name="name"/>; <c>null</c> removes it.</summary>
    public static void Write(TableEntity entity, string name, string? text)
    {
        for (var i = 0; entity.Remove($"{name}{i}"); i++)
        {
        }
        if (text is null)
        {
            return;
        }
        for (int i = 0, start = 0; start < text.Length || i == 0; i++)
        {
            var length = Math.Min(Size, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }
            entity[$"{name}{i}"] = text.Substring(start, length);
            start += length;
        }
    }

    /// <summary>The text called <paramref name="name"/>, or <c>null</c> when there is none.</summary>
    public static string? Read(TableEntity entity, string name)
    {
        if (!entity.TryGetValue($"{name}0", out var first))
        {
            return null;
        }
        var text = new StringBuilder((string)first);
        for (var i = 1; entity.TryGetValue($"{name}{i}", out var chunk); i++)
        {
            text.Append((string)chunk);
        }
        return text.ToString();
    }
}
