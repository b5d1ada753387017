namespace JuryBot.Teams;

/// <summary>Addresses that secrets may travel to.</summary>
internal static class SecureAddress
{
    /// <summary>HTTPS, or HTTP on a loopback address, without user, query or fragment.</summary>
    public static bool Accepts(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { UserInfo: "", Query: "", Fragment: "" };

    /// <summary>Whether one accepted address is another or lies below it.</summary>
    public static bool IsBelow(Uri address, Uri root) =>
        Uri.Compare(address, root, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && Directory(address).StartsWith(Directory(root), StringComparison.OrdinalIgnoreCase);

    private static string Directory(Uri uri) => uri.AbsolutePath.TrimEnd('/') + '/';
}
