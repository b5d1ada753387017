using System.Security.Cryptography;
using System.Text;

namespace JuryBot.Pages;

/// <summary>The one script of a page that cannot do without: allowed by its hash, and to talk to its own site.</summary>
internal sealed class PageScript(string text)
{
    public Html Element { get; } = Html.Trusted($"<script>{text}</script>");

    /// <summary>What it adds to the security policy.</summary>
    public string Policy { get; } = $"; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'; connect-src 'self'";
}
