using Microsoft.Extensions.FileProviders;

namespace JuryBot.Sandbox.PortalApi;

/// <summary>Serves the portal's built page at <c>/</c>.</summary>
internal static class PortalFiles
{
    public static void ServePortal(this WebApplication app, string? directory)
    {
        if (directory is null || !Directory.Exists(directory))
        {
            app.MapGet("/", () => Results.Text("The sandbox runs. Its portal has not been built."));
            return;
        }

        var files = new PhysicalFileProvider(directory);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
    }
}
