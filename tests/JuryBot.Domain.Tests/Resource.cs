using System.Reflection;

namespace JuryBot.Domain.Tests;

internal static class Resource
{
    public static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
