using System.Reflection;
using System.Text;

namespace JuryBot.Features.AppPackage;

/// <summary>JuryBot as one Microsoft 365 app: what is in <c>manifest/</c>, for one place it is served from.</summary>
/// <param name="Domain">The host JuryBot is served from by HTTPS.</param>
/// <param name="ClientId">The Entra app of JuryBot's API and pages; also the app's own id.</param>
/// <param name="BotId">The bot's application id.</param>
internal sealed record AppPackage(string Domain, Guid ClientId, Guid BotId)
{
    // The add-in of outlook.xml. Where Outlook reads both manifests, the unified one has it hidden.
    private static readonly Guid OutlookId = new("7a4a3c7e-5a0c-4d53-9a1f-2d6a0f4b9e21");

    /// <summary>The same for the same domain and ids, byte for byte.</summary>
    public byte[] Zip() => PlainZip.Of(
    [
        ("manifest.json", Filled("manifest.json")), ("fr.json", Read("fr.json")),
        ("color.png", Icon(192)!), ("color32.png", Icon(32)!), ("outline.png", Read("icons/outline.png")),
    ]);

    /// <summary>The add-in manifest for Outlook on Mac and perpetual Office, which do not read the unified one.</summary>
    public byte[] OutlookManifest() => Filled("outlook.xml");

    /// <returns>PNG; <c>null</c> for a size there is none of.</returns>
    public static byte[]? Icon(int size) => Find($"icons/{size}.png");

    private byte[] Filled(string file) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Read(file))
        .Replace("{{domain}}", Domain, StringComparison.Ordinal)
        .Replace("{{client-id}}", ClientId.ToString(), StringComparison.Ordinal)
        .Replace("{{bot-id}}", BotId.ToString(), StringComparison.Ordinal)
        .Replace("{{outlook-id}}", OutlookId.ToString(), StringComparison.Ordinal)
        .Replace("{{version}}", typeof(AppPackage).Assembly.GetName().Version!.ToString(3), StringComparison.Ordinal));

    private static byte[] Read(string file) => Find(file) ?? throw new InvalidOperationException($"manifest/{file} is not embedded.");

    private static byte[]? Find(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"manifest/{file}");
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
