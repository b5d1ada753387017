using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using JuryBot.Domain.Planning;

namespace JuryBot.Features.Planning;

/// <summary>A file that was read: what it holds, and its very bytes.</summary>
internal sealed record InputFile<T>(T Value, byte[] Bytes);

internal static class InputFile
{
    /// <summary>Reads a problem or a plan; <c>null</c> when it is wrong, after each mistake was told in a line of its own:
    /// <c>file(line,column): path: text</c>.</summary>
    public static InputFile<T>? Read<T>(string path, string language, Terminal terminal, Func<T, IReadOnlyList<ProblemError>>? validate = null) where T : class
    {
        if (GivenFile.Read(path, language, terminal) is not { } bytes)
        {
            return null;
        }

        var json = bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        var value = default(T);
        var errors = Errors(json, ref value, validate);
        foreach (var error in errors.OrderBy(error => error.Offset))
        {
            var before = json.Span[..(int)error.Offset];
            var line = before.Count((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            terminal.Complain($"{path}({line},{column}): {error.In(language)}");
        }

        return errors.Count == 0 ? new(value!, bytes) : null;
    }

    private static IReadOnlyList<InputError> Errors<T>(ReadOnlyMemory<byte> json, ref T? value, Func<T, IReadOnlyList<ProblemError>>? validate) where T : class
    {
        if (!Utf8.IsValid(json.Span))
        {
            Utf8.ToUtf16(json.Span, new char[json.Length], out var valid, out _, replaceInvalidSequences: false);
            return [new(valid, "$", "NotUtf8")];
        }

        var shape = JsonShape.Walk(json.Span, typeof(T));
        if (shape.Errors.Count > 0)
        {
            return shape.Errors;
        }

        try
        {
            value = JsonSerializer.Deserialize<T>(json.Span, PlanningJson.Options)!;
        }
        catch (JsonException wrong)
        {
            return [new(shape.OffsetOf(wrong.Path ?? "$"), wrong.Path ?? "$", "Unreadable")];
        }

        return [.. (validate?.Invoke(value) ?? []).Select(error => new InputError(shape.OffsetOf(error.Path), error.Path, error.Rule, error.Value))];
    }
}
